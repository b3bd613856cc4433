package conveyarr.health.timeline;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How many titles there are in each stage, and how many of those under way are held there. */
public record Tally(Map<Stage, Long> stages, long held) {
    /** Those that need a person. */
    public static final Set<Stage> STUCK = EnumSet.of(Stage.NEEDS_YOU, Stage.FAILED);

    public static final Set<Stage> UNDER_WAY = EnumSet.range(Stage.REQUESTED, Stage.INDEXING);

    /** So many titles of one stage and one tone. */
    public record Some(Stage stage, String tone, long count) {
        private boolean isHeld() {
            return UNDER_WAY.contains(stage) && stage != Stage.REQUESTED && tone.equals(Tone.WAIT.word());
        }
    }

    public static Tally of(Collection<Some> all) {
        var stages = all.stream()
                .collect(Collectors.groupingBy(
                        Some::stage, () -> new EnumMap<>(Stage.class), Collectors.summingLong(Some::count)));
        return new Tally(
                stages, all.stream().filter(Some::isHeld).mapToLong(Some::count).sum());
    }

    /** What waits is asked for and not yet approved, or held. */
    public long waiting() {
        return count(Set.of(Stage.REQUESTED)) + held;
    }

    public long inProgress() {
        return count(UNDER_WAY) - waiting();
    }

    public long stuck() {
        return count(STUCK);
    }

    private long count(Set<Stage> some) {
        return some.stream().mapToLong(stage -> stages.getOrDefault(stage, 0L)).sum();
    }
}
