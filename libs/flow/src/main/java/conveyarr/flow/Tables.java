package conveyarr.flow;

import conveyarr.flow.Effect.Publish;
import conveyarr.flow.wire.EventWriter;
import conveyarr.flow.wire.Json;
import conveyarr.flow.wire.WireRecord;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** The inbox, outbox and call tables of one service, inside a running transaction. {@code schema} is the service's word. */
public record Tables(String schema) {

    /** Holds back every other transaction that locks the same name in this service, until this one ends. */
    public Uni<Void> lock(Mutiny.Session tx, String name) {
        return tx.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))", Integer.class)
                .setParameter(1, schema + "|" + name)
                .getSingleResult()
                .replaceWithVoid();
    }

    /** False when this aggregate has handled the event before. */
    public Uni<Boolean> firstTime(Mutiny.Session tx, String aggregate, UUID event) {
        return tx.createNativeQuery("insert into %s.inbox (aggregate, event_id) values (?1, ?2) on conflict do nothing"
                        .formatted(schema))
                .setParameter(1, aggregate)
                .setParameter(2, event)
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    /** Writes effects down: events into the outbox, everything else as calls. */
    public Uni<Void> write(Mutiny.Session tx, UUID cause, List<Effect> effects) {
        return inOrder(effects, effect -> switch (effect) {
            case Publish publish ->
                send(tx, EventWriter.write(publish.event(), publish.occurrence(), cause, Instant.now()));
            case Effect call -> call(tx, call);
        });
    }

    /** Queues a record; one that was queued before, by its id, is not queued again. */
    public Uni<Void> send(Mutiny.Session tx, WireRecord record) {
        return lock(tx, "key|" + record.key())
                .chain(() -> tx.createNativeQuery(
                                "insert into %s.outbox (event_id, topic, key, headers, value) values (?1, ?2, ?3, ?4, ?5) on conflict (event_id) do nothing"
                                        .formatted(schema))
                        .setParameter(1, record.id())
                        .setParameter(2, record.topic())
                        .setParameter(3, record.key())
                        .setParameter(4, Json.write(record.headers()))
                        .setParameter(5, record.value())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<Void> call(Mutiny.Session tx, Effect call) {
        return tx.createNativeQuery("insert into %s.call (kind, body) values (?1, ?2)".formatted(schema))
                .setParameter(1, call.getClass().getSimpleName())
                .setParameter(2, Json.write(call))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static <T> Uni<Void> inOrder(List<T> items, Function<T, Uni<? extends Void>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(step)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
