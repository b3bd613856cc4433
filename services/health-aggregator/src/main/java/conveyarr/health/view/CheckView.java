package conveyarr.health.view;

import conveyarr.health.timeline.Tone;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** One thing that is checked, what we found and what to do about it. What is not known is null. */
public record CheckView(
        String id,
        String group,
        String name,
        String what,
        String tone,
        Instant since,
        Long latencyMs,
        Instant lastOkAt,
        String error,
        Fix fix,
        Instant mutedUntil,
        List<Span> history) {

    /** What a person can do; {@code href} leads to more, if there is more. */
    public record Fix(String text, String href) {
        static Fix of(String text) {
            return new Fix(text, null);
        }
    }

    public record Span(Instant from, Instant to, String tone) {}

    public Tone mood() {
        return Tone.valueOf(tone.toUpperCase(Locale.ROOT));
    }

    /** The same while we cannot see it. */
    CheckView unseen() {
        return mood() == Tone.OFF
                ? this
                : new CheckView(
                        id,
                        group,
                        name,
                        what,
                        Tone.OFF.word(),
                        since,
                        null,
                        lastOkAt,
                        error,
                        null,
                        mutedUntil,
                        history);
    }

    /** For pages: what the tone means for a program. */
    public String word() {
        return switch (mood()) {
            case OK -> "OK";
            case INFO -> "Running";
            case WAIT -> "Waiting";
            case WARN -> "Down, not required";
            case BAD -> fix == null ? "Down" : "Needs you";
            case OFF -> fix == null ? "Unknown" : "Not configured";
        };
    }
}
