package conveyarr.request.out;

import conveyarr.flow.Flow;
import conveyarr.request.core.Delivery;
import conveyarr.request.core.KeptHook;
import conveyarr.request.core.Replay;
import conveyarr.request.core.Stretch;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;

/** Publishes hooks once more, in one transaction with the note that it was done. */
@Singleton
public class ReplayRows {
    private static final String IN =
            "where instance = $1 and received_at >= $2 and received_at < $3 and verdict <> 'QUARANTINED'";

    private final Pool pool;

    ReplayRows(@ReactiveDataSource("request") Pool pool) {
        this.pool = pool;
    }

    /** The receipts of the hooks that can be replayed, oldest first, and no more than {@code most}. */
    public Uni<List<UUID>> receipts(Stretch stretch, int most) {
        return pool.preparedQuery("select receipt from request.hook " + IN + " order by receipt limit $4")
                .execute(Tuple.of(
                        stretch.source(),
                        stretch.from().atOffset(ZoneOffset.UTC),
                        stretch.to().atOffset(ZoneOffset.UTC),
                        most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID(0))
                        .toList());
    }

    public Uni<List<Replay>> of(UUID receipt) {
        return pool.preparedQuery("select id, job, at from request.replay where receipt = $1 order by at, id")
                .execute(Tuple.of(receipt))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Replay(
                                row.getUUID("id"),
                                row.getUUID("job"),
                                row.getOffsetDateTime("at").toInstant()))
                        .toList());
    }

    /** Into the outbox, in the order of the list. */
    public Uni<Void> publish(Flow flow, List<KeptHook> hooks, UUID job) {
        return flow.inTransaction(tx -> Multi.createFrom()
                .iterable(hooks)
                .onItem()
                .transformToUniAndConcatenate(hook -> publish(flow, tx, hook, job))
                .collect()
                .asList()
                .replaceWithVoid());
    }

    private static Uni<Void> publish(Flow flow, Mutiny.Session tx, KeptHook hook, UUID job) {
        Delivery delivery = hook.delivery();
        var record = HookRecord.again(delivery, hook.original(), job);
        return tx.createNativeQuery(
                        "insert into request.replay (id, receipt, job) values (?1, ?2, ?3) on conflict do nothing")
                .setParameter(1, record.id())
                .setParameter(2, delivery.receipt())
                .setParameter(3, job)
                .executeUpdate()
                .chain(() -> flow.tables().send(tx, record));
    }
}
