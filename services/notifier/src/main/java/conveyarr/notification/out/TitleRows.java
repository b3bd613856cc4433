package conveyarr.notification.out;

import conveyarr.events.Subject;
import conveyarr.notification.core.Title;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Remembers what a media id is called. */
@Singleton
public class TitleRows {
    private final Pool pool;

    TitleRows(@ReactiveDataSource("notification") Pool pool) {
        this.pool = pool;
    }

    public Uni<Void> learn(Subject about, Title title) {
        return pool.preparedQuery("""
                        insert into notification.title as known (media, name, year) values ($1, $2, $3)
                        on conflict (media) do update set name = excluded.name, year = excluded.year
                        where known.name <> excluded.name or known.year is distinct from excluded.year""")
                .execute(Tuple.of(
                        about.key(),
                        title.name().replace("\0", ""),
                        title.year().orElse(null)))
                .replaceWithVoid();
    }

    /** The titles of those of them that have one. */
    public Uni<Map<Subject, Title>> of(Collection<Subject> those) {
        Map<String, Subject> asked =
                those.stream().collect(Collectors.toMap(Subject::key, one -> one, (one, _) -> one));
        return asked.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : pool.preparedQuery("select media, name, year from notification.title where media = any($1)")
                        .execute(Tuple.of(asked.keySet().toArray(String[]::new)))
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .collect(Collectors.toMap(
                                        row -> asked.get(row.getString(0)),
                                        row -> new Title(row.getString(1), Optional.ofNullable(row.getInteger(2))))));
    }
}
