package conveyarr.health.core;

import java.time.Instant;
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

    /** It answers, and says itself that something is wrong. {@code told} once that has lasted for two looks. */
    record Degraded(String name, Notes notes, Illness illness, Optional<Instant> missedSince) implements Component {}

    /** It did not answer twice in a row. */
    record Down(String name, Notes notes, Instant since) implements Component {}

    /** It has never answered, and there is nobody at its address. */
    record NotStarted(String name, Notes notes, Instant since) implements Component {}

    /** It answers, but does not take our key: a matter of configuration, not an outage. */
    record Refused(String name, Notes notes) implements Component {}

    /** What a program says is wrong with it; {@code told} when others know. */
    record Illness(Instant since, List<String> words, boolean told) {}

    /** How well it does. */
    enum Condition {
        UP,
        DOWN,
        REFUSED,
        DEGRADED,
        NOT_STARTED
    }

    /** A time in one condition; the last one is still open. */
    record Span(Instant from, Optional<Instant> to, Condition condition) {}

    /** The last look at it: how long the answer took and when it last was good, or what was wrong; and what it last said of itself. */
    record Last(
            Optional<Long> latencyMs,
            Optional<Instant> okAt,
            Optional<String> error,
            String info,
            List<Probe.Disk> disks,
            Optional<Probe.Work> work) {
        static final Last NONE =
                new Last(Optional.empty(), Optional.empty(), Optional.empty(), "", List.of(), Optional.empty());

        public Last {
            disks = disks == null ? List.of() : disks; // as written before there were any
            work = work == null ? Optional.empty() : work;
        }

        Last wrong(String what) {
            return new Last(Optional.empty(), okAt, Optional.of(what), info, disks, Optional.empty());
        }
    }
}
