package conveyarr.upstream;

import java.util.regex.Pattern;

/** One tracker of a torrent. {@code message} are its own words, cut, and without addresses, which may hold a pass key. */
public record Tracker(String host, State state, String message) {
    private static final Pattern UNREGISTERED = Pattern.compile(
            "un-?registered|not registered|unknown (?:torrent|info.?hash)|(?:torrent|info.?hash)\\W+(?:is )?not (?:found|exist)"
                    + "|torrent (?:does not exist|(?:has been )?(?:deleted|removed|nuked|trumped))|trumped|dead torrent",
            Pattern.CASE_INSENSITIVE);

    public enum State {
        NOT_ASKED,
        WORKING,
        ASKING,
        FAILING
    }

    /** It answered, and does not know this torrent any more. */
    public boolean saysUnregistered() {
        return state == State.FAILING && UNREGISTERED.matcher(message).find();
    }
}
