package conveyarr.notification.out;

import conveyarr.notification.core.Refusal;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The targets that take nothing from us. */
@Singleton
public class RefusalRows {
    private final Pool pool;

    RefusalRows(@ReactiveDataSource("notification") Pool pool) {
        this.pool = pool;
    }

    /** By their targets. */
    public Uni<Map<String, Refusal>> all() {
        return pool.query("select target, since, asked_at, words, settings from notification.refusal")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getString(0), RefusalRows::read)));
    }

    private static Refusal read(Row row) {
        return new Refusal(
                row.getOffsetDateTime(1).toInstant(),
                row.getOffsetDateTime(2).toInstant(),
                row.getString(3),
                row.getString(4));
    }

    public Uni<Void> put(String target, Refusal refusal) {
        return pool.preparedQuery("""
                        insert into notification.refusal (target, since, asked_at, words, settings)
                        values ($1, $2, $3, $4, $5)
                        on conflict (target) do update set since = excluded.since, asked_at = excluded.asked_at,
                            words = excluded.words, settings = excluded.settings""")
                .execute(Tuple.of(
                        target,
                        time(refusal.since()),
                        time(refusal.askedAt()),
                        refusal.words().replace("\0", ""),
                        refusal.settings()))
                .replaceWithVoid();
    }

    public Uni<Void> remove(String target) {
        return pool.preparedQuery("delete from notification.refusal where target = $1")
                .execute(Tuple.of(target))
                .replaceWithVoid();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
