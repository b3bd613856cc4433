package conveyarr.request.core;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * What the owner chose for the hooks of an instance; the forwarding is there only with {@link Mode#REPLACE_AND_FORWARD}. {@code address} is ours as
 * it was given to the program, when a hook of ours was.
 */
public record Choice(Mode mode, Optional<Forwarding> forwarding, Optional<URI> address) {
    /** Without a hook of ours. */
    public static Choice without(Mode mode) {
        return new Choice(mode, Optional.empty(), Optional.empty());
    }

    public enum Mode {
        INSTALL,
        REPLACE_AND_FORWARD,
        POLLING_ONLY,
        REMOVED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
