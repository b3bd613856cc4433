package conveyarr.health.timeline;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How long titles took, from those that have arrived: each stage by itself, and the whole way from the first word to the last. */
public record StageTimes(List<OfStage> stages, Took whole) {

    public record OfStage(Stage stage, Took took) {}

    /** Of {@code count} times; the half took no longer than {@code median}, nine of ten no longer than {@code p90}. */
    public record Took(int count, Optional<Duration> median, Optional<Duration> p90) {
        static Took of(Stream<Duration> times) {
            List<Duration> sorted = times.sorted().toList();
            return new Took(sorted.size(), rank(sorted, 50), rank(sorted, 90));
        }

        /** The nearest rank. */
        private static Optional<Duration> rank(List<Duration> sorted, int percent) {
            int rank = (sorted.size() * percent + 99) / 100;
            return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(Math.max(rank, 1) - 1));
        }
    }

    public static StageTimes of(Collection<Head> arrived) {
        var stages = Stream.of(Stage.values())
                .filter(stage -> stage.onTheWay() && stage != Stage.AVAILABLE)
                .map(stage -> new OfStage(stage, Took.of(times(arrived, stage))))
                .toList();
        return new StageTimes(
                stages, Took.of(arrived.stream().map(Head::course).flatMap(course -> whole(course).stream())));
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

    private static Stream<Duration> times(Collection<Head> arrived, Stage stage) {
        return arrived.stream()
                .flatMap(head -> head.course().stages().stream())
                .filter(visit -> visit.stage() == stage && visit.enteredAt().isPresent())
                .map(visit -> visit.spent().finished());
    }
}
