package conveyarr.acquisition.in;

import conveyarr.acquisition.AcquisitionFlow;
import conveyarr.acquisition.Acquisitions;
import conveyarr.acquisition.Workshop;
import conveyarr.acquisition.core.Kept;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears that a download is to be replaced, which only the *arr that grabbed it can do. */
@ApplicationScoped
class DownloadListener {
    private final AcquisitionFlow flow;
    private final Workshop workshop;
    private final Acquisitions acquisitions;

    DownloadListener(AcquisitionFlow flow, Workshop workshop, Acquisitions acquisitions) {
        this.flow = flow;
        this.workshop = workshop;
        this.acquisitions = acquisitions;
    }

    @Incoming("acquisition-downloads")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return flow.receive(record, DownloadEvent.class, this::on);
    }

    private Uni<Void> on(Received<DownloadEvent> received) {
        return switch (received.event()) {
            case ReplacementWanted e -> replace(e, received.occurrence());
            case DownloadStarted _,
                    DownloadProgressed _,
                    DownloadStalled _,
                    DownloadResumed _,
                    DownloadCompleted _,
                    DownloadFailed _,
                    DownloadRemoved _,
                    DownloadHeld _,
                    DownloadReleased _,
                    DownloadActionPlanned _,
                    DownloadActionTaken _,
                    DownloadKept _,
                    OrphanFound _,
                    ClientEvent _ -> Uni.createFrom().voidItem(); // download-watcher looks after these
        };
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
