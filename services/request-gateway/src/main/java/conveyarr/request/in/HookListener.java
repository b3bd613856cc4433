package conveyarr.request.in;

import conveyarr.flow.Hook;
import conveyarr.flow.InOrder;
import conveyarr.request.RequestFlow;
import conveyarr.upstream.Sighting;
import conveyarr.upstream.Sighting.DownloadGivenUp;
import conveyarr.upstream.Sighting.FileMoved;
import conveyarr.upstream.Sighting.FileRemoved;
import conveyarr.upstream.Sighting.Grabbed;
import conveyarr.upstream.Sighting.ImportRefused;
import conveyarr.upstream.Sighting.Imported;
import conveyarr.upstream.Sighting.RequestSeen;
import conveyarr.upstream.Sighting.TitleAdded;
import conveyarr.upstream.Sighting.TitleRemoved;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Translates the raw hooks of Seerr. */
@ApplicationScoped
class HookListener {
    private final RequestFlow flow;
    private final Upstreams upstreams;
    private final SeenRequests requests;

    HookListener(RequestFlow flow, Upstreams upstreams, SeenRequests requests) {
        this.flow = flow;
        this.upstreams = upstreams;
        this.requests = requests;
    }

    @Incoming("request-hooks")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return flow.receiveHook(record, this::translate);
    }

    /** An instance that is not configured any more says nothing. */
    private Uni<Void> translate(Hook hook) {
        return upstreams
                .hooks(hook.instance())
                .map(reader -> reader.read(hook.instance(), hook.receivedAt(), hook.body()))
                .map(reading -> InOrder.each(reading.sightings(), this::on))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> on(Sighting sighting) {
        return switch (sighting) {
            case RequestSeen seen -> requests.hand(seen);
            // What an *arr does is told by the services that own it.
            case TitleAdded _,
                    TitleRemoved _,
                    Grabbed _,
                    DownloadGivenUp _,
                    ImportRefused _,
                    Imported _,
                    FileRemoved _,
                    FileMoved _ -> Uni.createFrom().voidItem();
        };
    }
}
