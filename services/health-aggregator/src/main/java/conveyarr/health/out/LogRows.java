package conveyarr.health.out;

import conveyarr.health.EventLog.Logged;
import conveyarr.health.LogQuery;
import conveyarr.health.wire.EntryJson;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds the events of the log, as {@link LogTable} keeps them. */
@Singleton
public class LogRows {
    private final Mutiny.SessionFactory db;

    LogRows(@PersistenceUnit("health") Mutiny.SessionFactory db) {
        this.db = db;
    }

    public Uni<List<Logged>> before(LogQuery query, long before, int limit) {
        return find(query, new Side("seq < :seq", before, "seq desc"), limit);
    }

    public Uni<List<Logged>> after(LogQuery query, long after, int limit) {
        return find(query, new Side("seq > :seq", after, "seq"), limit);
    }

    /** Of these kinds all that happened since then, oldest first. */
    public Uni<List<Logged>> ofKinds(Set<String> kinds, Instant since, int limit) {
        var values = Map.<String, Object>of("kinds", kinds, "since", since);
        return list("from LogRow where kind in :kinds and at >= :since order by at desc, seq desc", values, limit)
                .map(List::reversed);
    }

    public Uni<Long> head() {
        return db.withSession(session -> session.createNativeQuery("select seq from health.event_log_head", Long.class)
                .getSingleResult());
    }

    /** How many events were recorded since then, by how we came to know. */
    public Uni<Map<String, Long>> byVia(Instant since) {
        return db.withSession(session -> session.createSelectionQuery(
                        "select via, count(*) from LogRow where recordedAt >= :since group by via", Object[].class)
                .setParameter("since", since)
                .getResultList()
                .map(rows -> {
                    var counts = new HashMap<String, Long>();
                    rows.forEach(row -> counts.put((String) row[0], (Long) row[1]));
                    return counts;
                }));
    }

    private record Side(String condition, long seq, String order) {}

    private Uni<List<Logged>> find(LogQuery query, Side side, int limit) {
        var conditions = new ArrayList<>(List.of(side.condition()));
        var values = new HashMap<String, Object>(Map.of("seq", side.seq()));
        within("topic", query.topics(), conditions, values);
        within("kind", query.kinds(), conditions, values);
        within("about", query.about(), conditions, values);
        return list(
                "from LogRow where " + String.join(" and ", conditions) + " order by " + side.order(), values, limit);
    }

    private static void within(String field, Set<String> wanted, List<String> conditions, Map<String, Object> values) {
        if (!wanted.isEmpty()) {
            conditions.add(field + " in :" + field);
            values.put(field, wanted);
        }
    }

    private Uni<List<Logged>> list(String hql, Map<String, Object> values, int limit) {
        return db.withSession(session -> {
            var query = session.createSelectionQuery(hql, LogRow.class);
            values.forEach(query::setParameter);
            return query.setMaxResults(limit)
                    .getResultList()
                    .map(rows -> rows.stream().flatMap(LogRows::logged).toList());
        });
    }

    /** An event whose name only newer versions know is passed over. */
    private static Stream<Logged> logged(LogRow row) {
        return EntryJson.read(row.doc).stream().map(entry -> new Logged(row.seq, entry));
    }
}
