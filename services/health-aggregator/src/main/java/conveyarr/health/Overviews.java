package conveyarr.health;

import conveyarr.health.Query.Filter;
import conveyarr.health.out.Door;
import conveyarr.health.out.LogRows;
import conveyarr.health.out.TimelineCounts;
import conveyarr.health.timeline.Head;
import conveyarr.health.timeline.Stage;
import conveyarr.health.timeline.Tally;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts the overview together. One question after the other, since all read through the same session's connection. */
@Singleton
public class Overviews {
    private static final int SHOWN = 20;
    private static final int WEEK = 7;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Timelines timelines;
    private final TimelineCounts counts;
    private final LogRows log;
    private final Door door;

    Overviews(Timelines timelines, TimelineCounts counts, LogRows log, Door door) {
        this.timelines = timelines;
        this.counts = counts;
        this.log = log;
        this.door = door;
    }

    private record Lists(List<RequestView> stuck, List<RequestView> moving) {}

    public Uni<OverviewView> now(HealthView health, Instant now) {
        return lists().chain(lists -> counts.tally()
                .chain(tally -> counts.arrived(now.minus(Duration.ofDays(WEEK))).chain(arrived -> ingest(now)
                        .map(ingest -> new OverviewView(
                                Verdict.of(tally.stuck(), health),
                                lists.stuck().stream().map(NeedsYou::of).toList(),
                                new Counts(tally.inProgress(), tally.waiting(), tally.stuck(), arrived.count()),
                                arrived.median().map(Duration::toSeconds).orElse(null),
                                lists.moving(),
                                tiles(health),
                                ingest.orElse(null))))));
    }

    /** The programs, and those of our own services that are not well. */
    private static List<Tile> tiles(HealthView health) {
        return health.checks().stream()
                .filter(check -> !check.ours() || check.mood().compareTo(Tone.WARN) >= 0)
                .map(Tile::of)
                .toList();
    }

    public Uni<StageTimesView> stages(Instant now, int days) {
        return counts.tally().chain(tally -> counts.stages(now.minus(Duration.ofDays(days)))
                .map(times -> StageTimesView.of(days, tally.stages(), times)));
    }

    private Uni<Lists> lists() {
        return find(Tally.STUCK).chain(stuck -> find(Tally.UNDER_WAY).chain(moving -> timelines
                .namesIn(Stream.concat(stuck.stream(), moving.stream()).toList())
                .map(names -> new Lists(
                        stuck.stream().map(head -> RequestView.of(head, names)).toList(),
                        moving.stream().map(head -> RequestView.of(head, names)).toList()))));
    }

    private Uni<List<Head>> find(Set<Stage> stages) {
        return timelines.find(new Query(new Filter(stages, "", Set.of()), Optional.empty(), SHOWN));
    }

    private Uni<Optional<Ingest>> ingest(Instant now) {
        return log.byVia(now.minus(HOUR)).chain(via -> door.lastHour()
                .map(hour -> hour.map(hooks -> new Ingest(
                        hooks.received(), hooks.stored(), via.getOrDefault("history", 0L), hooks.rejected()))));
    }
}
