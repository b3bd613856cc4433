package conveyarr.health;

import conveyarr.health.out.People;
import conveyarr.health.out.TimelineCounts;
import conveyarr.health.out.TimelineRows;
import conveyarr.health.out.TimelineTable;
import conveyarr.health.out.TimelineTable.Kept;
import conveyarr.health.timeline.Facts;
import conveyarr.health.timeline.Head;
import conveyarr.health.timeline.Stage;
import conveyarr.health.timeline.Tally;
import conveyarr.health.timeline.Timeline;
import conveyarr.health.wire.TimelineJson;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The timelines that pages and API show: kept as the topology tells them, found by what people ask for. */
@Singleton
public class Timelines {
    private final TimelineTable table;
    private final TimelineRows rows;
    private final TimelineCounts counts;
    private final People people;
    private final Live live;
    private final StageMeters meters;

    Timelines(
            TimelineTable table,
            TimelineRows rows,
            TimelineCounts counts,
            People people,
            Live live,
            StageMeters meters) {
        this.meters = meters;
        this.counts = counts;
        this.table = table;
        this.rows = rows;
        this.people = people;
        this.live = live;
    }

    /** A record of the topic and where it stands. */
    public record Told(String key, byte[] json, int partition, long offset) {}

    /** Keeps the last record of each title unless a newer one is there, then tells the open pages. */
    public Uni<Void> keep(List<Told> told) {
        var newest = new LinkedHashMap<String, Told>();
        told.forEach(record -> newest.put(record.key(), record));
        var all = newest.values().stream()
                .map(record -> new Kept(TimelineJson.read(record.json()), record))
                .collect(Collectors.toMap(kept -> kept.head().id(), kept -> kept, (_, last) -> last));
        var heads = all.values().stream().map(Kept::head).toList();
        return table.keep(List.copyOf(all.values()), news(heads))
                .invoke(before -> heads.forEach(head -> moved(Optional.ofNullable(before.get(head.id())), head)))
                .replaceWithVoid();
    }

    /** Those of which it matters what was known: while all is built anew, nobody has to ask. */
    private List<String> news(List<Head> heads) {
        return heads.stream().filter(meters::isNews).map(Head::id).toList();
    }

    private void moved(Optional<Head> before, Head after) {
        before.ifPresent(old -> meters.moved(old, after));
        live.changed(after.id());
    }

    public Uni<Optional<Timeline>> find(String requestId) {
        return rows.find(requestId);
    }

    public Uni<List<Head>> find(Query query) {
        return rows.find(query);
    }

    /** How many titles there are in each stage. */
    public Uni<Map<Stage, Long>> counts() {
        return counts.tally().map(Tally::stages);
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
