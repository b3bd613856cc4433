package conveyarr.library.core;

import conveyarr.events.Episodes;
import conveyarr.events.MediaId;
import conveyarr.flow.Effect;
import java.util.List;
import java.util.UUID;

/** What we ask of an upstream. */
public sealed interface Call extends Effect {
    /** Look at this folder, because of this import; {@code round} counts how often we ask this server for it. */
    record Scan(MediaId media, String server, String folder, UUID because, int round) implements Call {
        @Override
        public String place() {
            return server;
        }
    }

    /** Say which episodes the *arr has, because these can be watched now, or none to look again; {@code past} when that is no news. */
    record Count(MediaId media, String instance, List<Episodes.Number> found, UUID because, boolean past)
            implements Call {
        @Override
        public String place() {
            return instance;
        }
    }

    /** Say whether the *arr sees the folder in which it found a file gone. */
    record Confirm(Signal.Deleted deleted) implements Call {
        @Override
        public String place() {
            return deleted.occurrence().source();
        }
    }
}
