package conveyarr.notification.channel;

import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.InDoubt;
import conveyarr.notification.core.Receipt.Never;
import conveyarr.notification.core.Receipt.TryLater;
import java.util.Optional;
import java.util.Set;

/** What the status of an answer means, the same for every receiver; only a success is for the channel to judge. */
final class Verdict {
    /** The receiver did not take the message, and may later: too early, too many, not ready. */
    private static final Set<Integer> NOT_NOW = Set.of(425, 429, 503);

    private static final int TIMED_OUT = 408;

    private Verdict() {}

    static Receipt on(Answer answer, Judge judge) {
        return judge.special(answer).orElseGet(() -> usual(answer, judge));
    }

    private static Receipt usual(Answer answer, Judge judge) {
        int status = answer.status();
        if (NOT_NOW.contains(status)) {
            return new TryLater(judge.pause(answer), answer.said());
        }
        if (status >= 500 || status == TIMED_OUT) { // it, or a gateway before it, failed before or after taking it
            return new InDoubt(answer.said());
        }
        if (status >= 400) {
            return new Never(answer.said());
        }
        if (status >= 300) {
            return new TryLater(
                    Optional.empty(), "it redirects (HTTP " + status + "); the url must be the final address");
        }
        return answer.isWebPage()
                ? new Never("it answers with a web page (HTTP " + status + "); is the url right?")
                : judge.success(answer);
    }
}
