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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds the newest timeline of each title, as {@link TimelineTable} keeps it. */
@Singleton
public class TimelineRows {
    private static final Pattern ZERO = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private final Mutiny.SessionFactory db;

    TimelineRows(@PersistenceUnit("health") Mutiny.SessionFactory db) {
        this.db = db;
    }

    public Uni<Optional<Timeline>> find(String requestId) {
        return db.withSession(session -> session.find(TimelineRow.class, clean(requestId))
                .map(row -> Optional.ofNullable(row).map(TimelineRows::timeline)));
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

    private Uni<List<Head>> find(String hql, Map<String, Object> values, int limit) {
        return db.withSession(session -> {
            var query = session.createSelectionQuery(hql + " order by updatedAt desc, requestId", HeadRow.class);
            values.forEach(query::setParameter);
            return query.setMaxResults(limit).getResultList().map(rows -> rows.stream()
                    .map(row -> TimelineJson.readHead(row.head))
                    .toList());
        });
    }

    /** PostgreSQL keeps no zero character. Null stays null. */
    static String clean(String text) {
        return text == null ? null : text.replace("\0", "");
    }

    /** PostgreSQL reads no JSON in which one is written as an escape; what only looks like one, behind a backslash of its own, stays. */
    static String cleanJson(String json) {
        return json.contains("\\u0000") ? ZERO.matcher(json).replaceAll("$1") : json;
    }

    private static String contains(String text) {
        return "%" + clean(text).strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    }

    private static Timeline timeline(TimelineRow row) {
        return TimelineJson.read(row.doc.getBytes(StandardCharsets.UTF_8));
    }
}
