package conveyarr.notification.channel;

import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.Delivered;
import conveyarr.notification.core.Receipt.InDoubt;
import conveyarr.notification.core.Receipt.Never;
import conveyarr.notification.core.Receipt.TryLater;
import java.util.Set;

/** What the status of an answer means, the same for every receiver; only a success is for the channel to judge. */
final class Verdict {
    /** The receiver did not take the message, and may later: too early, too many. */
    private static final Set<Integer> NOT_NOW = Set.of(425, 429);

    /** We are not known or not let in, or the place is gone: it says so of every message. */
    private static final Set<Integer> CLOSED = Set.of(401, 403, 404, 410);

    private static final int NOT_READY = 503;

    private static final int TIMED_OUT = 408;

    private Verdict() {}

    static Receipt on(Answer answer, Judge judge) {
        var receipt = judge.special(answer).orElseGet(() -> usual(answer, judge));
        return receipt instanceof Delivered yes ? yes.saying(answer.said()) : receipt;
    }

    private static Receipt usual(Answer answer, Judge judge) {
        int status = answer.status();
        var pause = judge.pause(answer);
        // Who says when it will be ready has not taken it; a proxy that says no more may have lost its program in the
        // middle.
        if (NOT_NOW.contains(status) || status == NOT_READY && pause.isPresent()) {
            return new TryLater(pause, answer.said());
        }
        if (status >= 500 || status == TIMED_OUT) { // it, or a gateway before it, failed before or after taking it
            return new InDoubt(answer.said());
        }
        if (status >= 400) {
            return new Never(answer.said(), CLOSED.contains(status));
        }
        if (status >= 300) {
            return new Never(redirects(answer));
        }
        return answer.isWebPage()
                ? new Never("it answers with a web page (HTTP " + status + "); is the url right?")
                : judge.success(answer);
    }

    /** It may have taken the message before, so that it is asked no second time. */
    private static String redirects(Answer answer) {
        String where = answer.leadsTo().map(place -> " to " + place).orElse("");
        return "it redirects" + where + " (HTTP " + answer.status() + "); the url must be the final address";
    }
}
