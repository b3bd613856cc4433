package conveyarr.health.view;

import conveyarr.health.timeline.Tone;
import conveyarr.health.view.CheckView.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The last day of a check as cells of half an hour; each cell has the worst tone of its time, or none when nothing was known. */
public record Bar(List<Cell> cells) {
    private static final int CELLS = 48;
    private static final Duration LENGTH = Duration.ofMinutes(30);
    private static final int WIDTH = 10;

    /** {@code x} is its place in the drawing. */
    public record Cell(int x, Moment from, Tone tone) {
        public String words() {
            return from.text() + ": " + Bar.words(tone);
        }
    }

    public static Bar of(List<Span> history, Instant now) {
        var cells = new ArrayList<Cell>();
        Instant from = now.minus(LENGTH.multipliedBy(CELLS));
        for (int i = 0; i < CELLS; i++) {
            Instant begin = from.plus(LENGTH.multipliedBy(i));
            cells.add(new Cell(i * WIDTH, new Moment(begin), worst(history, begin, begin.plus(LENGTH))));
        }
        return new Bar(List.copyOf(cells));
    }

    /** The whole in one sentence, for those who do not see it. */
    public String words() {
        long bad = cells.stream()
                .filter(cell -> cell.tone() == Tone.BAD || cell.tone() == Tone.WARN)
                .count();
        long known = cells.stream().filter(cell -> cell.tone() != Tone.OFF).count();
        return known == 0
                ? "Last 24 hours: nothing known"
                : "Last 24 hours: trouble in " + bad + " of " + known + " half hours that are known";
    }

    private static Tone worst(List<Span> history, Instant begin, Instant end) {
        return history.stream()
                .filter(span -> span.from().isBefore(end)
                        && (span.to() == null || span.to().isAfter(begin)))
                .map(span -> Tone.valueOf(span.tone().toUpperCase(Locale.ROOT)))
                .max(Comparator.naturalOrder())
                .orElse(Tone.OFF);
    }

    static String words(Tone tone) {
        return switch (tone) {
            case OK -> "OK";
            case INFO -> "running";
            case WAIT -> "waiting";
            case WARN -> "trouble, not required";
            case BAD -> "trouble";
            case OFF -> "not known";
        };
    }
}
