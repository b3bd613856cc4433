package conveyarr.health.timeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How long titles took, from those that have arrived: each stage by itself, and the whole way from the first word to the last. */
public record StageTimes(List<OfStage> stages, Took whole) {

    public record OfStage(Stage stage, Took took) {}

    /** Of {@code count} times; the half took no longer than {@code median}, nine of ten no longer than {@code p90}. */
    public record Took(long count, Optional<Duration> median, Optional<Duration> p90) {
        static final Took NONE = new Took(0, Optional.empty(), Optional.empty());
    }

    /** {@code known} of the six that end; a stage that none has passed took no time. */
    public static StageTimes of(Map<Stage, Took> known, Took whole) {
        var stages = Stream.of(Stage.values())
                .filter(stage -> stage.onTheWay() && stage != Stage.AVAILABLE)
                .map(stage -> new OfStage(stage, known.getOrDefault(stage, Took.NONE)))
                .toList();
        return new StageTimes(stages, whole);
    }

    /** A stage that was left between two records of one title. */
    public record Passed(Stage stage, Duration took) {}

    /** The stages that {@code after} has left and {@code before} had not. */
    public static List<Passed> passed(Head before, Head after) {
        return after.course().stages().stream()
                .filter(visit -> visit.leftAt().isPresent())
                .filter(visit -> before.course().stages().stream()
                        .noneMatch(old ->
                                old.stage() == visit.stage() && old.leftAt().isPresent()))
                .map(visit -> new Passed(visit.stage(), visit.spent().finished()))
                .toList();
    }

    /** The whole way, of a title that has arrived between the two. */
    public static Optional<Duration> arrived(Head before, Head after) {
        boolean there = before.course().stages().getLast().enteredAt().isPresent();
        return there ? Optional.empty() : whole(after.course());
    }

    /** From the first stage of which we saw the beginning to the shelf. */
    public static Optional<Duration> whole(Course course) {
        var first = course.stages().stream()
                .flatMap(visit -> visit.enteredAt().stream())
                .findFirst();
        var last = course.stages().getLast().enteredAt();
        return first.flatMap(begin -> last.map(end -> Duration.between(begin, end)));
    }
}
