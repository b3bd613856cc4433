package conveyarr.request.in;

import conveyarr.flow.Alone;
import conveyarr.request.Ears;
import conveyarr.request.RequestFlow;
import conveyarr.request.in.KnownSources.Known;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Looks whether the programs send us their hooks, and wakes those that were blocked by failures while we were away. */
@ApplicationScoped
class ConnectionPoll {
    private static final Logger LOGGER = Logger.getLogger(ConnectionPoll.class);

    private final KnownSources sources;
    private final Ears ears;
    private final Alone poll;

    ConnectionPoll(RequestFlow flow, KnownSources sources, Ears ears) {
        this.sources = sources;
        this.ears = ears;
        this.poll = new Alone(flow, "connections");
    }

    @Scheduled(
            every = "{conveyarr.request.connections-every:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return sources.all()
                .chain(all -> poll.each(all, known -> known.source().name(), (known, _) -> look(known)))
                .onFailure()
                .invoke(trouble -> LOGGER.debugf("connections.unknown cause=%s", trouble))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> look(Known known) {
        return ears.look(known.source(), known.choice())
                .onFailure()
                .invoke(trouble -> LOGGER.debugf(
                        "connection.unknown instance=%s cause=%s",
                        known.source().name(), trouble))
                .onFailure()
                .recoverWithNull();
    }
}
