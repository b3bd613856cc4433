package conveyarr.health.out;

import conveyarr.health.Query;
import conveyarr.health.timeline.Head;
import conveyarr.health.timeline.Stage;
import conveyarr.health.timeline.Timeline;
import conveyarr.health.wire.TimelineJson;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps and finds the newest timeline of each title. */
@Singleton
public class TimelineRows {
    /** An older record of the same partition never replaces a newer one. */
    private static final String KEEP = """
            insert into health.timeline as t
              (request_id, media_id, title, stage, tone, requested_by, words, since, updated_at, doc, partition, "offset",
               head, media_kind)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
            on conflict (request_id) do update set
              title = excluded.title, stage = excluded.stage, tone = excluded.tone, requested_by = excluded.requested_by,
              words = excluded.words, since = excluded.since, updated_at = excluded.updated_at, doc = excluded.doc,
              partition = excluded.partition, "offset" = excluded."offset",
              head = excluded.head, media_kind = excluded.media_kind
            where t.partition <> excluded.partition or t."offset" < excluded."offset"
            """;

    private final Mutiny.SessionFactory db;

    TimelineRows(@PersistenceUnit("health") Mutiny.SessionFactory db) {
        this.db = db;
    }

    /** A record of the topic and where it stands. */
    public record Told(byte[] json, int partition, long offset) {}

    public static Uni<Void> keep(Mutiny.Session tx, Timeline timeline, Told told) {
        var course = timeline.course();
        var facts = timeline.facts();
        return tx.createNativeQuery(KEEP)
                .setParameter(1, timeline.requestId())
                .setParameter(2, clean(timeline.media().value()))
                .setParameter(3, clean(facts.name().title()))
                .setParameter(4, course.stage().name())
                .setParameter(5, course.tone().word())
                .setParameter(6, facts.requestedBy().map(TimelineRows::clean).orElse(null))
                .setParameter(7, clean(timeline.words()))
                .setParameter(8, course.since())
                .setParameter(9, timeline.updatedAt())
                .setParameter(10, clean(new String(told.json(), StandardCharsets.UTF_8)))
                .setParameter(11, told.partition())
                .setParameter(12, told.offset())
                .setParameter(13, clean(TimelineJson.head(timeline)))
                .setParameter(14, facts.kind())
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Optional<Timeline>> find(String requestId) {
        return db.withSession(session -> session.find(TimelineRow.class, clean(requestId))
                .map(row -> Optional.ofNullable(row).map(TimelineRows::timeline)));
    }

    public Uni<Optional<Head>> head(String requestId) {
        return db.withSession(session -> session.find(HeadRow.class, requestId)
                .map(row -> Optional.ofNullable(row).map(known -> TimelineJson.readHead(known.head))));
    }

    public Uni<List<Head>> find(Query query) {
        var conditions = new ArrayList<>(List.of("true"));
        var values = new HashMap<String, Object>();
        var filter = query.filter();
        var stages = filter.stages().stream().map(Stage::name).toList();
        var people = filter.requestedBy().stream().map(TimelineRows::clean).toList();
        Map.of("stage", stages, "mediaKind", filter.kinds(), "requestedBy", people)
                .forEach((field, wanted) -> {
                    if (!wanted.isEmpty()) {
                        conditions.add(field + " in :" + field);
                        values.put(field, wanted);
                    }
                });
        if (!filter.text().isBlank()) {
            conditions.add("words like :text escape '!'");
            values.put("text", contains(filter.text()));
        }
        query.after().ifPresent(last -> {
            conditions.add("(updatedAt < :at or (updatedAt = :at and requestId > :id))");
            values.put("at", last.updatedAt());
            values.put("id", clean(last.requestId()));
        });
        return find("from HeadRow where " + String.join(" and ", conditions), values, query.limit());
    }

    /** The newest of those that became available since then and still are. */
    public Uni<List<Head>> arrivedSince(Instant since, int limit) {
        var values = Map.<String, Object>of("stage", Stage.AVAILABLE.name(), "since", since);
        return find("from HeadRow where stage = :stage and since >= :since", values, limit);
    }

    /** How many titles there are in each stage. */
    public Uni<Map<Stage, Long>> counts() {
        return db.withSession(session -> session.createSelectionQuery(
                        "select stage, count(*) from HeadRow group by stage", Object[].class)
                .getResultList()
                .map(rows -> {
                    var counts = new EnumMap<Stage, Long>(Stage.class);
                    rows.forEach(row -> counts.put(Stage.valueOf((String) row[0]), (Long) row[1]));
                    return counts;
                }));
    }

    private Uni<List<Head>> find(String hql, Map<String, Object> values, int limit) {
        return db.withSession(session -> {
            var query = session.createSelectionQuery(hql + " order by updatedAt desc, requestId", HeadRow.class);
            values.forEach(query::setParameter);
            return query.setMaxResults(limit).getResultList().map(rows -> rows.stream()
                    .map(row -> TimelineJson.readHead(row.head))
                    .toList());
        });
    }

    /** PostgreSQL keeps no zero character. */
    private static String clean(String text) {
        return text.replace("\0", "");
    }

    private static String contains(String text) {
        return "%" + clean(text).strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    }

    private static Timeline timeline(TimelineRow row) {
        return TimelineJson.read(row.doc.getBytes(StandardCharsets.UTF_8));
    }
}
