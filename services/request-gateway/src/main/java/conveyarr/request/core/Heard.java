package conveyarr.request.core;

import conveyarr.request.core.Request.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Seerr said of an open request, in the order of the time at which it said so: by hook, which may reach us late, or in an answer to a poll.
 * From that follows how often it was approved, declined and failed, in whatever order and however often we heard it. {@code before} and
 * {@code last} hold what lies too far back: how often each had been by then, and which was the last, empty when nobody knows. Nothing before
 * {@code until} is taken any more.
 */
public record Heard(Map<Step, Integer> before, Optional<Step> last, Optional<Instant> until, List<Said> said) {
    private static final int MOST = 16;

    /** An answer shows what still is; a hook tells that it has just become so. */
    public record Said(Step step, Instant at, boolean polled) {}

    static Heard nothing(Optional<Instant> until) {
        return new Heard(Map.of(), Optional.empty(), until, List.of());
    }

    /** What a version knew that kept no more than this. */
    static Heard once(Set<Step> told) {
        var each = new EnumMap<Step, Integer>(Step.class);
        told.forEach(step -> each.put(step, 1));
        return new Heard(each, Optional.empty(), Optional.empty(), List.of());
    }

    boolean takes(Instant at) {
        return until.map(end -> !at.isBefore(end)).orElse(true);
    }

    Heard with(Said one) {
        if (said.contains(one)) {
            return this;
        }
        var all = new ArrayList<>(said);
        all.add(one);
        all.sort(Comparator.comparing(Said::at).thenComparing(Said::step).thenComparing(Said::polled));
        return new Heard(before, last, until, withoutTheObvious(all)).shorter();
    }

    /** What Seerr said last. */
    public Optional<Step> now() {
        return said.isEmpty() ? last : Optional.of(said.getLast().step());
    }

    /** When the next thing after that moment was said. */
    Optional<Instant> after(Instant moment) {
        return said.stream().map(Said::at).filter(moment::isBefore).findFirst();
    }

    /** How often each came to be. Where it failed without having been approved since the last word, that was missed. */
    Map<Step, Integer> counts() {
        var counts = new EnumMap<Step, Integer>(Step.class);
        counts.putAll(before);
        Step from = last.orElse(null);
        for (Said one : said) {
            if (one.step() == Step.FAILED && from != Step.FAILED) {
                count(counts, from, Step.APPROVED);
            }
            count(counts, from, one.step());
            from = one.step();
        }
        return counts;
    }

    /** What is known to have been, and may still be for all that anybody knows, has not become so once more. */
    private static void count(Map<Step, Integer> counts, Step from, Step to) {
        if (from == null ? !counts.containsKey(to) : from != to) {
            counts.merge(to, 1, Integer::sum);
        }
    }

    /** An answer between two others of the same word says nothing more. */
    private static List<Said> withoutTheObvious(List<Said> all) {
        var kept = new ArrayList<Said>();
        for (int i = 0; i < all.size(); i++) {
            Said one = all.get(i);
            boolean between = i > 0 && i < all.size() - 1;
            boolean obvious = between && one.polled() && isSame(one, all.get(i - 1)) && isSame(one, all.get(i + 1));
            if (!obvious) {
                kept.add(one);
            }
        }
        return List.copyOf(kept);
    }

    private static boolean isSame(Said one, Said other) {
        return one.step() == other.step();
    }

    private Heard shorter() {
        if (said.size() <= MOST) {
            return this;
        }
        Said first = said.getFirst();
        var then = new Heard(before, last, until, List.of(first)).counts();
        return new Heard(then, Optional.of(first.step()), Optional.of(first.at()), said.subList(1, said.size()));
    }
}
