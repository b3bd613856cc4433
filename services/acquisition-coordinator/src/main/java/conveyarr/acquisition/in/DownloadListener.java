package conveyarr.acquisition.in;

import conveyarr.acquisition.AcquisitionFlow;
import conveyarr.acquisition.Acquisitions;
import conveyarr.acquisition.Vigils;
import conveyarr.acquisition.Workshop;
import conveyarr.acquisition.core.Kept;
import conveyarr.acquisition.core.cause.VigilSignal.Heard;
import conveyarr.acquisition.core.repair.RepairOrder;
import conveyarr.acquisition.core.repair.RepairOrder.Target;
import conveyarr.acquisition.core.repair.RepairOrder.Why;
import conveyarr.events.DownloadEvent;
import conveyarr.events.DownloadEvent.*;
import conveyarr.events.Occurrence;
import conveyarr.events.RepairAction;
import conveyarr.flow.InOrder;
import conveyarr.flow.Received;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears why a download waits, and that one is to be replaced, which only the *arr that grabbed it can do. */
@ApplicationScoped
class DownloadListener {
    private final AcquisitionFlow flow;
    private final Workshop workshop;
    private final Acquisitions acquisitions;
    private final Vigils vigils;

    DownloadListener(AcquisitionFlow flow, Workshop workshop, Acquisitions acquisitions, Vigils vigils) {
        this.flow = flow;
        this.workshop = workshop;
        this.acquisitions = acquisitions;
        this.vigils = vigils;
    }

    @Incoming("acquisition-downloads")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return flow.receive(records, DownloadEvent.class, this::on);
    }

    private Uni<Void> on(Received<DownloadEvent> received) {
        return switch (received.event()) {
            case ReplacementWanted e -> replace(e, received.occurrence());
            case OneDownload e ->
                Hearsay.of(e, received.occurrence().at())
                        .map(heard -> hear(e, received.occurrence(), heard))
                        .orElseGet(() -> Uni.createFrom().voidItem());
            case ClientEvent _ -> Uni.createFrom().voidItem(); // each download is told as well
        };
    }

    /** It says why the title waits, as long as this is the download that it waits for. */
    private Uni<Void> hear(OneDownload e, Occurrence occurrence, Heard heard) {
        String hash = e.download().hash();
        return acquisitions
                .grabbed(e.about(), hash)
                .chain(grabbed -> InOrder.each(
                        grabbed.stream()
                                .filter(one -> one.state()
                                        .past()
                                        .download()
                                        .filter(hash::equals)
                                        .isPresent())
                                .toList(),
                        one -> vigils.handle(one.instance(), one.media(), occurrence, heard)));
    }

    /** HD and 4K may share a download: each *arr that grabbed it is told. */
    private Uni<Void> replace(ReplacementWanted e, Occurrence occurrence) {
        return acquisitions
                .grabbed(e.about(), e.download().hash())
                .chain(grabbed -> grabbed.isEmpty()
                        ? workshop.refuse(
                                order(e, occurrence, Optional.empty()),
                                "no *arr that we know has grabbed this download")
                        : tell(e, occurrence, grabbed));
    }

    private Uni<Void> tell(ReplacementWanted e, Occurrence occurrence, List<Kept> grabbed) {
        return InOrder.each(grabbed, one -> workshop.order(one.instance(), order(e, occurrence, Optional.of(one))));
    }

    /** A wish by itself has one name, so that each *arr needs another. */
    private static RepairOrder order(ReplacementWanted e, Occurrence occurrence, Optional<Kept> at) {
        String hash = e.download().hash();
        var named = occurrence.then(at.map(Kept::instance).orElse("nobody"));
        var parts = at.flatMap(one -> one.state().past().parts(hash));
        return new RepairOrder(
                named.id(),
                occurrence.at(),
                e.about(),
                RepairAction.RETRY_OTHER_RELEASE,
                new Target(Optional.of(hash), parts),
                new Why(e.reason(), false));
    }
}
