package conveyarr.health;

import conveyarr.health.Query.Filter;
import conveyarr.health.out.Door;
import conveyarr.health.out.LogRows;
import conveyarr.health.timeline.Head;
import conveyarr.health.timeline.Stage;
import conveyarr.health.timeline.StageTimes;
import conveyarr.health.timeline.Tone;
import conveyarr.health.view.HealthView;
import conveyarr.health.view.OverviewView;
import conveyarr.health.view.OverviewView.Counts;
import conveyarr.health.view.OverviewView.Ingest;
import conveyarr.health.view.OverviewView.NeedsYou;
import conveyarr.health.view.OverviewView.Tile;
import conveyarr.health.view.OverviewView.Verdict;
import conveyarr.health.view.RequestView;
import conveyarr.health.view.StageTimesView;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts the overview together. One question after the other, since all read through the same session's connection. */
@Singleton
public class Overviews {
    private static final Set<Stage> STUCK = EnumSet.of(Stage.NEEDS_YOU, Stage.FAILED);
    private static final Set<Stage> UNDER_WAY = EnumSet.range(Stage.REQUESTED, Stage.INDEXING);
    private static final int SHOWN = 20;
    /** More than arrive within a week at any home; the newest tell enough. */
    private static final int ARRIVED = 2000;

    private static final int WEEK = 7;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Timelines timelines;
    private final LogRows log;
    private final Door door;

    Overviews(Timelines timelines, LogRows log, Door door) {
        this.timelines = timelines;
        this.log = log;
        this.door = door;
    }

    private record Lists(List<RequestView> stuck, List<RequestView> moving) {}

    public Uni<OverviewView> now(HealthView health, Instant now) {
        return lists().chain(lists -> timelines.counts().chain(counts -> arrived(now, WEEK)
                .chain(arrived -> ingest(now).map(ingest -> {
                    var median = StageTimes.of(arrived).whole().median();
                    return new OverviewView(
                            Verdict.of(count(counts, STUCK), health),
                            lists.stuck().stream().map(NeedsYou::of).toList(),
                            counts(counts, lists, arrived.size()),
                            median.map(Duration::toSeconds).orElse(null),
                            lists.moving(),
                            health.checks().stream().map(Tile::of).toList(),
                            ingest.orElse(null));
                }))));
    }

    public Uni<StageTimesView> stages(Instant now, int days) {
        return timelines.counts().chain(counts -> arrived(now, days)
                .map(arrived -> StageTimesView.of(days, counts, StageTimes.of(arrived))));
    }

    private Uni<Lists> lists() {
        return find(STUCK).chain(stuck -> find(UNDER_WAY).chain(moving -> timelines
                .namesIn(Stream.concat(stuck.stream(), moving.stream()).toList())
                .map(names -> new Lists(
                        stuck.stream().map(head -> RequestView.of(head, names)).toList(),
                        moving.stream().map(head -> RequestView.of(head, names)).toList()))));
    }

    private Uni<List<Head>> find(Set<Stage> stages) {
        return timelines.find(new Query(new Filter(stages, "", Set.of()), Optional.empty(), SHOWN));
    }

    private Uni<List<Head>> arrived(Instant now, int days) {
        return timelines.arrivedSince(now.minus(Duration.ofDays(days)), ARRIVED);
    }

    private Uni<Optional<Ingest>> ingest(Instant now) {
        return log.byVia(now.minus(HOUR)).chain(via -> door.lastHour()
                .map(hour -> hour.map(hooks -> new Ingest(
                        hooks.received(), hooks.stored(), via.getOrDefault("history", 0L), hooks.rejected()))));
    }

    /** What waits is asked for and not yet approved, or held. */
    private static Counts counts(Map<Stage, Long> counts, Lists lists, long arrived) {
        long held = lists.moving().stream()
                .filter(request -> !request.stage().equals(Stage.REQUESTED.name()))
                .filter(request -> request.tone().equals(Tone.WAIT.word()))
                .count();
        long waiting = count(counts, Set.of(Stage.REQUESTED)) + held;
        return new Counts(count(counts, UNDER_WAY) - waiting, waiting, count(counts, STUCK), arrived);
    }

    private static long count(Map<Stage, Long> counts, Set<Stage> stages) {
        return stages.stream()
                .mapToLong(stage -> counts.getOrDefault(stage, 0L))
                .sum();
    }
}
