package conveyarr.acquisition.core.cause;

import conveyarr.events.Episodes;
import java.util.List;

/** Of a series, of which {@code there} episodes are in the library, those that were aired, are wanted, and are not there. */
public record Missing(int there, Episodes episodes) {
    private static final int MOST_NAMED = 10;

    String words() {
        List<String> codes = episodes.codes();
        String named = String.join(", ", codes.subList(0, Math.min(MOST_NAMED, codes.size())));
        String more = codes.size() > MOST_NAMED ? " and " + (codes.size() - MOST_NAMED) + " more" : "";
        return there + " of " + (there + codes.size()) + " episodes are there; missing: " + named + more;
    }
}
