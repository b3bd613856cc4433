package conveyarr.upstream;

/** Why an upstream gave no usable answer. Only the door decides what follows: a retry, an event, a dead letter. */
public abstract sealed class UpstreamTrouble extends RuntimeException {
    private UpstreamTrouble(String message) {
        super(message);
    }

    /** Nothing answers at the address, or not in time. */
    public static final class Unreachable extends UpstreamTrouble {
        public Unreachable(String message) {
            super(message);
        }
    }

    /** It answers, but does not accept our key (401, 403, a login page). */
    public static final class Refused extends UpstreamTrouble {
        public Refused(String message) {
            super(message);
        }
    }

    /** It says that it cannot now (429, 503, any other 5xx). */
    public static final class Busy extends UpstreamTrouble {
        public Busy(String message) {
            super(message);
        }
    }

    /** The answer is not what the program's API gives: wrong path, URL base, or another program. */
    public static final class Nonsense extends UpstreamTrouble {
        public Nonsense(String message) {
            super(message);
        }
    }
}
