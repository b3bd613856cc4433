package conveyarr.library.core;

import conveyarr.events.MediaId;
import conveyarr.flow.Effect;
import java.util.UUID;

/** What we ask of an upstream. */
public sealed interface Call extends Effect {
    /** Look at this folder, because of this import; {@code round} counts how often we ask this server for it. */
    record Scan(MediaId media, String server, String folder, UUID because, int round) implements Call {}
}
