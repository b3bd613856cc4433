package conveyarr.download.core;

import conveyarr.download.core.Rules.Rule;
import conveyarr.events.DownloadEvent.DownloadAction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What we do about a download that does not go on.
 *
 * @param kept a person wants it left alone
 * @param pace where the measuring of its speed began
 * @param lookedAt when it was last seen
 * @param givenUp since when its *arr does not wait for it any more
 */
public record Care(
        boolean kept,
        Optional<Trouble> trouble,
        Optional<Pace> pace,
        Optional<Instant> lookedAt,
        Optional<Instant> givenUp) {
    public static final Care NONE =
            new Care(false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Care {
        givenUp = givenUp == null ? Optional.empty() : givenUp;
    }

    /**
     * {@code taken} steps of {@code rule} were taken; {@code next} is the one to come. {@code since} moves on by the time that does not count.
     * {@code told}: that nobody waits for it has been told. {@code paused}: the rule has paused it, so that it rests is no end of the trouble.
     */
    public record Trouble(
            Kind kind,
            Instant since,
            int taken,
            Optional<Plan> next,
            boolean told,
            Optional<String> rule,
            boolean paused) {
        public Trouble {
            rule = rule == null ? Optional.empty() : rule;
        }

        public Trouble(Kind kind, Instant since, int taken, Optional<Plan> next) {
            this(kind, since, taken, next, false, Optional.empty(), false);
        }

        Trouble told(boolean now) {
            return new Trouble(kind, since, taken, next, now, rule, paused);
        }

        /** This far on the steps of this rule; the rule stays, whatever its first steps make of the download. */
        Trouble at(int steps, Optional<Plan> then, Rule by, boolean nowPaused) {
            Optional<String> name = steps > 0 ? Optional.of(by.name()) : Optional.empty();
            return new Trouble(kind, since, steps, then, told, name, nowPaused);
        }

        Trouble later(Duration by) {
            return new Trouble(
                    kind,
                    since.plus(by),
                    taken,
                    next.map(plan -> new Plan(plan.action(), plan.due().plus(by), plan.reason())),
                    told,
                    rule,
                    paused);
        }
    }

    /** What will be done, when, and why. */
    public record Plan(DownloadAction action, Instant due, String reason) {}

    public record Pace(Instant since, long bytes) {}

    /** What can be wrong with a download. */
    public enum Kind {
        STALLED("no progress"),
        SLOW("too slow"),
        NO_METADATA("no metadata"),
        UNREGISTERED("its tracker does not know it any more"),
        BROKEN("the client reports an error"),
        IMPORT_REFUSED("its import is refused"),
        ORPHAN("no *arr waits for it");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    Care with(Optional<Trouble> now) {
        return new Care(kept, now, pace, lookedAt, givenUp);
    }

    Care looked(Instant at) {
        return new Care(kept, trouble, pace, Optional.of(at), givenUp);
    }

    Care paced(Pace now) {
        return new Care(kept, trouble, Optional.of(now), lookedAt, givenUp);
    }

    Care keep() {
        return new Care(true, Optional.empty(), pace, lookedAt, givenUp);
    }

    Care later(Duration by) {
        return new Care(
                kept,
                trouble.map(t -> t.later(by)),
                pace.map(p -> new Pace(p.since().plus(by), p.bytes())),
                lookedAt,
                givenUp);
    }

    /** It moves, which is no comfort when nobody waits for it, nor when it is too slow. */
    Care moved() {
        return with(trouble.filter(known -> known.kind() == Kind.ORPHAN || known.kind() == Kind.SLOW));
    }

    /** What people and *arrs want of it stays when it was away, and what was wrong with it does not. */
    Care wishes() {
        return new Care(kept, Optional.empty(), Optional.empty(), Optional.empty(), givenUp);
    }

    Care notSlow() {
        return with(trouble.filter(known -> known.kind() != Kind.SLOW));
    }

    /** What a rule has paused it for. */
    Optional<Kind> pausedFor() {
        return trouble.filter(Trouble::paused).map(Trouble::kind);
    }

    boolean isSlow() {
        return trouble.filter(known -> known.kind() == Kind.SLOW).isPresent();
    }

    Care givenUp(Optional<Instant> since) {
        return new Care(kept, Optional.empty(), pace, lookedAt, since);
    }
}
