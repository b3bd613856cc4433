package conveyarr.health.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** When a title entered and left each of the seven stages. Times never go backwards along the way. */
final class Visits {
    private record Span(Stage stage, Instant from, Instant to) {}

    private final List<Span> spans = new ArrayList<>();

    /** The stage it is in; absent before the first. */
    Optional<Stage> current() {
        return spans.isEmpty() ? Optional.empty() : Optional.of(spans.getLast().stage());
    }

    Instant since() {
        return spans.getLast().from();
    }

    boolean isBefore(Stage stage) {
        return current().map(now -> now.before(stage)).orElse(true);
    }

    boolean isAt(Stage stage) {
        return current().filter(stage::equals).isPresent();
    }

    /** True when this is a step forward. Word of an earlier stage that comes late proves it was passed, no later than the next one began. */
    boolean reach(Stage stage, Instant at) {
        if (isBefore(stage)) {
            enter(stage, at);
            return true;
        }
        if (spans.stream().noneMatch(span -> span.stage() == stage)) {
            Span next = spans.stream()
                    .filter(span -> stage.before(span.stage()))
                    .findFirst()
                    .orElseThrow();
            spans.add(spans.indexOf(next), new Span(stage, next.from(), next.from()));
        }
        return false;
    }

    /** Leaves the current stage for this one, whichever it is: another attempt. */
    void enter(Stage stage, Instant at) {
        close(at);
        spans.add(new Span(stage, at, null));
    }

    void close(Instant at) {
        if (!spans.isEmpty() && spans.getLast().to() == null) {
            Span open = spans.removeLast();
            spans.add(new Span(open.stage(), open.from(), at));
        }
    }

    /** Back in the stage that was left without another being entered. */
    void reopen(Instant at) {
        if (!spans.isEmpty() && spans.getLast().to() != null) {
            enter(spans.getLast().stage(), at);
        }
    }

    void clear() {
        spans.clear();
    }

    List<Visit> summary() {
        return Stream.of(Stage.values())
                .filter(Stage::onTheWay)
                .map(this::visit)
                .toList();
    }

    private Visit visit(Stage stage) {
        var of = spans.stream().filter(span -> span.stage() == stage).toList();
        var entered = of.stream().map(Span::from).min(Comparator.naturalOrder());
        boolean open = of.stream().map(Span::to).anyMatch(Objects::isNull);
        Optional<Instant> left =
                open ? Optional.empty() : of.stream().map(Span::to).max(Comparator.naturalOrder());
        Duration closed = of.stream()
                .filter(span -> span.to() != null)
                .map(span -> Duration.between(span.from(), span.to()))
                .reduce(Duration.ZERO, Duration::plus);
        Optional<Instant> openSince = open ? Optional.of(of.getLast().from()) : Optional.empty();
        return new Visit(stage, entered, left, new Visit.Spent(closed, openSince, of.size()));
    }
}
