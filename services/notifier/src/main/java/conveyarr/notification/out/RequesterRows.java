package conveyarr.notification.out;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import conveyarr.events.Subject;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Remembers who asked for what. */
@Singleton
public class RequesterRows {
    private final Pool pool;

    RequesterRows(@ReactiveDataSource("notification") Pool pool) {
        this.pool = pool;
    }

    public Uni<Void> learn(Subject media, String person) {
        return pool.preparedQuery(
                        "insert into notification.requester (media, person) values ($1, $2) on conflict do nothing")
                .execute(Tuple.of(media.key(), person))
                .replaceWithVoid();
    }

    /** Who asked for each of them; nothing of those for which nobody did. */
    public Uni<Map<Subject, Set<String>>> of(Collection<Subject> those) {
        Map<String, Subject> asked = those.stream().collect(toMap(Subject::key, one -> one, (one, _) -> one));
        return pool.preparedQuery("select media, person from notification.requester where media = any($1)")
                .execute(Tuple.of(asked.keySet().toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(groupingBy(
                                row -> asked.get(row.getString(0)), mapping(row -> row.getString(1), toSet()))));
    }
}
