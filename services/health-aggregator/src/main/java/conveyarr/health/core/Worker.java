package conveyarr.health.core;

import conveyarr.health.core.Probe.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of our own services, as it speaks of itself: the records that it has yet to handle ({@code lag}, null when it does not know), the events
 * that it has yet to publish, those that the broker refused ({@code parked}), the inputs that it tries again, and whether its database answers.
 */
public record Worker(
        String service,
        boolean database,
        Long lag,
        long pending,
        double oldestSeconds,
        long parked,
        int retried,
        double retriedSeconds,
        String retriedWhy) {
    /** What lasts longer does not pass by itself. */
    private static final int LONG = 60;

    /** As a list of the API has them. */
    public record All(List<Worker> items) {}

    public Said said() {
        String info = (lag == null ? "lag unknown" : "lag " + lag) + ", outbox " + pending + ", database "
                + (database ? "answers" : "away");
        return new Said(info, troubles(), List.of(), Optional.empty());
    }

    /** A lag alone is none: it is worked off, and what stands in its way is told as an input that is tried again. */
    private List<String> troubles() {
        var troubles = new ArrayList<String>();
        if (!database) {
            troubles.add("its database does not answer");
        }
        if (oldestSeconds > LONG) {
            troubles.add(pending + " events wait to be published, the oldest for " + minutes(oldestSeconds));
        }
        if (parked > 0) {
            troubles.add(parked + " events were refused by the broker, see GET /api/v1/outbox");
        }
        if (retriedSeconds > LONG) {
            troubles.add(
                    retried + " inputs are tried again, the oldest for " + minutes(retriedSeconds) + ": " + retriedWhy);
        }
        return List.copyOf(troubles);
    }

    private static String minutes(double seconds) {
        return (long) seconds / LONG + " min";
    }
}
