package conveyarr.health.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One program of the stack, as far as its answers tell. */
public sealed interface Component {
    String name();

    Notes notes();

    /** Never asked yet. */
    record Unknown(String name) implements Component {
        @Override
        public Notes notes() {
            return Notes.EMPTY;
        }
    }

    /** It answers. {@code missedSince} is set from the first miss on. */
    record Up(String name, Notes notes, Optional<Instant> missedSince) implements Component {}

    /** It did not answer twice in a row. */
    record Down(String name, Notes notes, Instant since) implements Component {}

    /** It answers, but does not take our key: a matter of configuration, not an outage. */
    record Refused(String name, Notes notes) implements Component {}

    /** How well it does, in the order of the API's tones. */
    enum Condition {
        UP,
        DOWN,
        REFUSED
    }

    /** A time in one condition; the last one is still open. */
    record Span(Instant from, Optional<Instant> to, Condition condition) {}

    /** What the last answers brought, and the last changes. */
    record Notes(Last last, List<Span> history) {
        private static final int KEPT = 90;
        static final Notes EMPTY = new Notes(Last.NONE, List.of());

        Notes with(Last seen) {
            return new Notes(seen, history);
        }

        /** The same when the condition has not changed. */
        Notes changed(Condition condition, Instant at) {
            if (!history.isEmpty() && history.getLast().condition() == condition) {
                return this;
            }
            var next = new ArrayList<>(history);
            if (!next.isEmpty()) {
                Span open = next.removeLast();
                next.add(new Span(open.from(), Optional.of(at), open.condition()));
            }
            next.add(new Span(at, Optional.empty(), condition));
            return new Notes(last, List.copyOf(next.subList(Math.max(0, next.size() - KEPT), next.size())));
        }

        public Optional<Instant> since() {
            return history.isEmpty()
                    ? Optional.empty()
                    : Optional.of(history.getLast().from());
        }
    }

    /** The last look at it: how long the answer took and when it last was good, or what was wrong. */
    record Last(Optional<Long> latencyMs, Optional<Instant> okAt, Optional<String> error, String info) {
        static final Last NONE = new Last(Optional.empty(), Optional.empty(), Optional.empty(), "");

        Last wrong(String what) {
            return new Last(Optional.empty(), okAt, Optional.of(what), info);
        }
    }
}
