package conveyarr.health;

import conveyarr.health.out.People;
import conveyarr.health.out.TimelineRows;
import conveyarr.health.out.TimelineRows.Told;
import conveyarr.health.timeline.Facts;
import conveyarr.health.timeline.Head;
import conveyarr.health.timeline.Stage;
import conveyarr.health.timeline.Timeline;
import conveyarr.health.wire.TimelineJson;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The timelines that pages and API show: kept as the topology tells them, found by what people ask for. */
@Singleton
public class Timelines {
    private final HealthFlow flow;
    private final TimelineRows rows;
    private final People people;
    private final Live live;
    private final StageMeters meters;

    Timelines(HealthFlow flow, TimelineRows rows, People people, Live live, StageMeters meters) {
        this.meters = meters;
        this.flow = flow;
        this.rows = rows;
        this.people = people;
        this.live = live;
    }

    /** Keeps a record of the topic unless a newer one is there, then tells the open pages. */
    public Uni<Void> keep(byte[] json, int partition, long offset) {
        Timeline timeline = TimelineJson.read(json);
        Head head = timeline.head();
        return before(head)
                .chain(before -> flow.inTransaction(
                                tx -> TimelineRows.keep(tx, timeline, new Told(json, partition, offset)))
                        .invoke(() -> before.ifPresent(old -> meters.moved(old, head))))
                .invoke(() -> live.changed(head.id()));
    }

    /** What was known of it, where that is of use: while all is built anew, nobody has to ask. */
    private Uni<Optional<Head>> before(Head head) {
        return meters.isNews(head) ? rows.head(head.id()) : Uni.createFrom().item(Optional.empty());
    }

    public Uni<Optional<Timeline>> find(String requestId) {
        return rows.find(requestId);
    }

    public Uni<List<Head>> find(Query query) {
        return rows.find(query);
    }

    /** The newest of those that became available since then and still are. */
    public Uni<List<Head>> arrivedSince(Instant since, int limit) {
        return rows.arrivedSince(since, limit);
    }

    public Uni<Map<Stage, Long>> counts() {
        return rows.counts();
    }

    /** Says who is behind the references of these timelines. */
    public Uni<UnaryOperator<String>> namesIn(Collection<Head> heads) {
        Set<String> references = heads.stream()
                .map(Head::facts)
                .map(Facts::requestedBy)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return names(references);
    }

    /** Says who is behind these references. */
    public Uni<UnaryOperator<String>> names(Set<String> references) {
        return people.knowing(references).map(names -> reference -> names.getOrDefault(reference, People.SOMEONE));
    }

    /** The references that a name, or a reference itself, stands for. */
    public Uni<Set<String>> referencesOf(String user) {
        return people.knowing(Set.of(user)).map(names -> {
            var references = new HashSet<>(Set.of(user));
            names.forEach((reference, name) -> {
                if (name.equalsIgnoreCase(user)) {
                    references.add(reference);
                }
            });
            return references;
        });
    }
}
