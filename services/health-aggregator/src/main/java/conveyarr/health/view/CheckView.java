package conveyarr.health.view;

import conveyarr.health.Ours;
import conveyarr.health.timeline.Tone;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One thing that is checked, what we found and what to do about it. What is not known is null. */
public record CheckView(
        String id,
        String group,
        String name,
        String what,
        String state,
        String tone,
        String info,
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
                        State.UNKNOWN.word(),
                        Tone.OFF.word(),
                        null,
                        since,
                        null,
                        lastOkAt,
                        error,
                        null,
                        mutedUntil,
                        history);
    }

    /** The same, muted: whoever knows need not be told again. */
    public CheckView muted(Instant until) {
        return new CheckView(
                id, group, name, what, state, tone, info, since, latencyMs, lastOkAt, error, fix, until, history);
    }

    /** Whether it is of one of our own services. */
    public boolean ours() {
        return group.equals(Ours.GROUP);
    }

    /** Whether it counts for the whole. */
    public boolean counts() {
        return mutedUntil == null;
    }

    /** What messages about it are about: those of a tunnel are about its gateway. */
    public String subject() {
        return gateway(id).orElse(id);
    }

    /** The gateway whose tunnel is checked; empty for every other check. */
    public static Optional<String> gateway(String check) {
        return Optional.of(check)
                .filter(id -> id.endsWith(TunnelChecks.SUFFIX))
                .map(id -> id.substring(0, id.length() - TunnelChecks.SUFFIX.length()));
    }

    /** For pages: the state in a word. */
    public String word() {
        State is = Stream.of(State.values())
                .filter(one -> one.word().equals(state))
                .findFirst()
                .orElse(State.UNKNOWN);
        return is == State.DOWN && mood() == Tone.WARN ? "Down, not required" : is.text();
    }
}
