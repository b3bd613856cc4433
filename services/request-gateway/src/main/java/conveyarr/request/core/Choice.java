package conveyarr.request.core;

import java.util.Locale;
import java.util.Optional;

/** What the owner chose for the hooks of an instance; the forwarding is there only with {@link Mode#REPLACE_AND_FORWARD}. */
public record Choice(Mode mode, Optional<Forwarding> forwarding) {
    public enum Mode {
        INSTALL,
        REPLACE_AND_FORWARD,
        POLLING_ONLY;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
