package conveyarr.acquisition.in;

import conveyarr.acquisition.AcquisitionFlow;
import conveyarr.acquisition.Acquisitions;
import conveyarr.acquisition.core.Signal.Imported;
import conveyarr.events.LibraryEvent;
import conveyarr.events.LibraryEvent.*;
import conveyarr.flow.Received;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears that a file was imported, which ends an acquisition. */
@ApplicationScoped
class LibraryListener {
    private final AcquisitionFlow flow;
    private final Acquisitions acquisitions;

    LibraryListener(AcquisitionFlow flow, Acquisitions acquisitions) {
        this.flow = flow;
        this.acquisitions = acquisitions;
    }

    @Incoming("acquisition-library")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return flow.receive(records, LibraryEvent.class, this::on);
    }

    private Uni<Void> on(Received<LibraryEvent> received) {
        return switch (received.event()) {
            case FileImported file ->
                acquisitions.handle(new Imported(received.occurrence(), file.about(), file.download()));
            // What media servers do with a file is no part of getting it.
            case ScanRequested _, MediaBecameAvailable _, LibraryOverdue _ ->
                Uni.createFrom().voidItem();
            case FileRenamed _, FileDeleted _ -> Uni.createFrom().voidItem();
            case FirstEpisodeAvailable _, SeasonCompleted _, SeriesCompleted _, SeriesCaughtUp _ ->
                Uni.createFrom().voidItem();
        };
    }
}
