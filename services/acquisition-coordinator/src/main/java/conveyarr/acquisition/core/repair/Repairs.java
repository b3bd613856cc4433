package conveyarr.acquisition.core.repair;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What is being repaired at one *arr, what waits for its turn, and when the last ones were begun. */
public record Repairs(String instance, List<RepairOrder> waiting, List<Job> underWay, List<Instant> begun) {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    /** {@code gone}: the download was not there any more when it was to be removed. */
    public record Job(RepairOrder order, Step step, Instant begunAt, boolean gone) {}

    public enum Step {
        REMOVE,
        SEARCH,
        IMPORT,
        RESCAN
    }

    public static Repairs none(String instance) {
        return new Repairs(instance, List.of(), List.of(), List.of());
    }

    public Optional<Job> job(UUID order) {
        return underWay.stream().filter(job -> job.order().id().equals(order)).findFirst();
    }

    boolean knows(RepairOrder order) {
        return Stream.concat(waiting.stream(), underWay.stream().map(Job::order))
                .anyMatch(order::doesTheSameAs);
    }

    Repairs waitingFor(RepairOrder order) {
        return new Repairs(
                instance, Stream.concat(waiting.stream(), Stream.of(order)).toList(), underWay, begun);
    }

    /** The first that may begin: what a person confirmed does not wait for its turn. */
    Optional<RepairOrder> next(Instant now, int most) {
        long lately = begun.stream().filter(at -> at.plus(AN_HOUR).isAfter(now)).count();
        return waiting.stream()
                .filter(RepairOrder::byHand)
                .findFirst()
                .or(() -> lately < most ? waiting.stream().findFirst() : Optional.empty());
    }

    Repairs begin(Job job) {
        var lately = begun.stream().filter(at -> at.plus(AN_HOUR).isAfter(job.begunAt()));
        return new Repairs(
                instance,
                waiting.stream().filter(order -> order != job.order()).toList(),
                Stream.concat(underWay.stream(), Stream.of(job)).toList(),
                Stream.concat(lately, Stream.of(job.begunAt())).toList());
    }

    Repairs with(Job job) {
        return new Repairs(
                instance,
                waiting,
                underWay.stream()
                        .map(other -> other.order().id().equals(job.order().id()) ? job : other)
                        .toList(),
                begun);
    }

    Repairs without(Job done) {
        return new Repairs(
                instance,
                waiting,
                underWay.stream()
                        .filter(job -> !job.order().id().equals(done.order().id()))
                        .toList(),
                begun);
    }
}
