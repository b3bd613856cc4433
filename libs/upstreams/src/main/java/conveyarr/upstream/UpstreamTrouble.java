package conveyarr.upstream;

import java.time.Instant;
import java.util.Optional;

/** Why an upstream gave no usable answer. Only the door decides what follows: a retry, an event, a dead letter. */
public abstract sealed class UpstreamTrouble extends RuntimeException {
    private UpstreamTrouble(String message) {
        super(message);
    }

    /** Nothing answers at the address, or not in time. */
    public static final class Unreachable extends UpstreamTrouble {
        private final Why why;

        /** What tells a wrong address, a program that does not run, and a firewall apart. */
        public enum Why {
            UNKNOWN_HOST,
            CONNECTION_REFUSED,
            SILENT,
            OTHER
        }

        public Unreachable(String message) {
            this(message, Why.OTHER);
        }

        public Unreachable(String message, Why why) {
            super(message);
            this.why = why;
        }

        public Why why() {
            return why;
        }
    }

    /** It answers, but does not accept our key (401, 403, a login page). */
    public static final class Refused extends UpstreamTrouble {
        private final int status;
        private final Instant until;
        private final String words;

        public Refused(String message) {
            this(message, 0, null);
        }

        public Refused(String message, int status) {
            this(message, status, null);
        }

        /** {@code until}: we do not try again before, or {@code null}. */
        public Refused(String message, int status, Instant until) {
            this(message, status, until, "");
        }

        private Refused(String message, int status, Instant until, String words) {
            super(message);
            this.status = status;
            this.until = until;
            this.words = words;
        }

        /** {@code words} are its own, in one line; only an adapter that knows them may tell them on. */
        static Refused saying(String words, String message, int status) {
            return new Refused(message, status, null, words);
        }

        public String words() {
            return words;
        }

        /** 401 or 403, or 0 when it was no status that told. */
        public int status() {
            return status;
        }

        /** Until when nothing is tried, so that nobody is banned, or banned for longer. */
        public Optional<Instant> until() {
            return Optional.ofNullable(until);
        }
    }

    /** It understood and says no, in words of its own (409, 415, 422). */
    public static final class Declined extends UpstreamTrouble {
        private final String words;

        public Declined(String message, String words) {
            super(message);
            this.words = words;
        }

        public String words() {
            return words;
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
        private final int status;

        public Nonsense(String message) {
            this(message, 0);
        }

        public Nonsense(String message, int status) {
            super(message);
            this.status = status;
        }

        /** It may be the API all the same, which has no such thing. */
        public boolean isNotFound() {
            return status == 404;
        }
    }
}
