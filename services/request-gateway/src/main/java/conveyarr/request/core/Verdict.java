package conveyarr.request.core;

import java.util.Optional;

/** What became of a hook that was accepted. {@code type} is the upstream's own word for it, {@code ?} when there is none. */
public record Verdict(String type, Result result, Optional<String> reason) {
    /** The word for a hook that says nothing of itself. */
    public static final String NO_TYPE = "?";

    /** Only a quarantined one is not published. A duplicate has the same bytes as an earlier hook, which may still be another happening. */
    public enum Result {
        STORED,
        DUPLICATE,
        NOT_UNDERSTOOD,
        QUARANTINED
    }

    public static Verdict quarantined(String reason) {
        return new Verdict(NO_TYPE, Result.QUARANTINED, Optional.of(reason));
    }
}
