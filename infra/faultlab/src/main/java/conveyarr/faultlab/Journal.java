package conveyarr.faultlab;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** What the senders know of each hook: its number is {@code sender * STRIDE + place}. */
final class Journal {
    static final long STRIDE = 1_000_000;

    private final Map<Long, Outcome> outcomes = new ConcurrentSkipListMap<>();

    enum Outcome {
        /** Answered 2xx: has to be on the topic once. */
        ACCEPTED,
        /** Refused, or nobody was there: must not be on the topic. */
        REFUSED,
        /** No answer: on the topic once or not at all. */
        IN_DOUBT
    }

    void put(long number, Outcome outcome) {
        outcomes.put(number, outcome);
    }

    Map<Long, Outcome> outcomes() {
        return Map.copyOf(outcomes);
    }

    long count(Outcome outcome) {
        return outcomes.values().stream().filter(outcome::equals).count();
    }
}
