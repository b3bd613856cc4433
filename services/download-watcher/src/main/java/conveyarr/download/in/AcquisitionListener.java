package conveyarr.download.in;

import conveyarr.download.DownloadFlow;
import conveyarr.download.Downloads;
import conveyarr.download.core.Signal;
import conveyarr.download.core.Signal.GivenUp;
import conveyarr.download.core.Signal.Grabbed;
import conveyarr.download.core.Signal.ImportRefused;
import conveyarr.download.core.Signal.ImportSettled;
import conveyarr.events.AcquisitionEvent;
import conveyarr.events.AcquisitionEvent.*;
import conveyarr.events.DownloadId;
import conveyarr.events.MediaId;
import conveyarr.flow.InOrder;
import conveyarr.flow.Received;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Starts watching a download as soon as a release was grabbed. */
@ApplicationScoped
class AcquisitionListener {
    private final DownloadFlow flow;
    private final Downloads downloads;

    AcquisitionListener(DownloadFlow flow, Downloads downloads) {
        this.flow = flow;
        this.downloads = downloads;
    }

    @Incoming("download-acquisitions")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return flow.receive(records, AcquisitionEvent.class, this::on);
    }

    private Uni<Void> on(Received<AcquisitionEvent> received) {
        return switch (received.event()) {
            case ReleaseGrabbed g -> handle(g.download(), received, new Grabbed(at(received), g.about(), g.instance()));
            case ImportBlocked e ->
                handle(e.download(), received, new ImportRefused(at(received), String.join("; ", e.reasons())));
            case ReleaseFailed e -> handle(e.download(), received, new GivenUp(at(received), e.instance()));
            case AcquisitionFinished e -> each(e, received, new ImportSettled(at(received), e.instance()));
            case AcquisitionRemoved e -> each(e, received, new GivenUp(at(received), e.instance()));
            // What becomes of a download is the client's to say.
            case AcquisitionStarted _,
                    RepairDone _,
                    CauseFound _,
                    CauseCleared _,
                    AttentionNeeded _,
                    HandOverEvent _,
                    HistoryGapFound _ -> Uni.createFrom().voidItem();
        };
    }

    /** What is said of a title goes for all its downloads that this *arr waits for. */
    private Uni<Void> each(AcquisitionEvent event, Received<AcquisitionEvent> received, Signal signal) {
        return downloads
                .of((MediaId) event.about())
                .chain(ids -> InOrder.each(ids, id -> handle(id, received, signal)));
    }

    private Uni<Void> handle(String download, Received<AcquisitionEvent> received, Signal signal) {
        return downloads.handle(DownloadId.normal(download), received.occurrence(), signal);
    }

    private static Instant at(Received<AcquisitionEvent> received) {
        return received.occurrence().at();
    }
}
