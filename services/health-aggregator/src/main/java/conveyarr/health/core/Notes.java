package conveyarr.health.core;

import conveyarr.health.core.Component.Condition;
import conveyarr.health.core.Component.Last;
import conveyarr.health.core.Component.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the last answers of a program brought, its last changes, and how restless it is. */
public record Notes(Last last, List<Span> history, Restlessness restless) {
    private static final int KEPT = 90;
    static final Notes EMPTY = new Notes(Last.NONE, List.of(), Restlessness.NONE);

    public Notes {
        restless = restless == null ? Restlessness.NONE : restless; // as written before there was any
    }

    /**
     * Looks that differed from the one before: answered or not. A container that is restarted over and over rarely misses two looks in a
     * row, so it is never down; it flaps. {@code since} is set while it does.
     */
    public record Restlessness(Optional<Boolean> answered, List<Instant> changes, Optional<Instant> since) {
        static final Duration RECENT = Duration.ofMinutes(10);
        static final int MANY = 4;
        static final Restlessness NONE = new Restlessness(Optional.empty(), List.of(), Optional.empty());

        Restlessness with(boolean answers, Instant at) {
            var recent = new ArrayList<>(changes.stream()
                    .filter(change -> change.plus(RECENT).isAfter(at))
                    .toList());
            if (answered.filter(before -> before != answers).isPresent()) {
                recent.add(at);
            }
            Optional<Instant> flapping = recent.size() >= MANY
                    ? since.or(() -> Optional.of(at))
                    : recent.isEmpty() ? Optional.empty() : since;
            return new Restlessness(Optional.of(answers), List.copyOf(recent), flapping);
        }
    }

    Notes with(Last seen) {
        return new Notes(seen, history, restless);
    }

    Notes looked(boolean answers, Instant at) {
        return new Notes(last, history, restless.with(answers, at));
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
        var kept = List.copyOf(next.subList(Math.max(0, next.size() - KEPT), next.size()));
        return new Notes(last, kept, restless);
    }

    public Optional<Instant> since() {
        return history.isEmpty()
                ? Optional.empty()
                : Optional.of(history.getLast().from());
    }

    public boolean flapping() {
        return restless.since().isPresent();
    }
}
