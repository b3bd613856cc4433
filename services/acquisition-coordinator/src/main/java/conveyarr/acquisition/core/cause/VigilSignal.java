package conveyarr.acquisition.core.cause;

import conveyarr.acquisition.core.cause.Evidence.Told;
import java.time.Instant;
import java.util.Optional;

/** What the watch over a title hears. */
public sealed interface VigilSignal {
    Instant at();

    /** A look at all that is known. */
    record Looked(Instant at, Evidence evidence) implements VigilSignal {}

    /** The title needs nothing any more, or is wanted no longer. */
    record Ended(Instant at, Optional<Instant> again) implements VigilSignal {}

    /** download-watcher says why this download waits, or, empty, that it goes on; {@code moved}: bytes arrived. */
    record Heard(Instant at, String download, Optional<Told> told, boolean moved) implements VigilSignal {}
}
