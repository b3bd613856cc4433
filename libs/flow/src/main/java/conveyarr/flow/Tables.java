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
    /** Has the lock before the rest of the statement begins: the row of {@code locked} comes only then. */
    private static final String LOCK =
            "with locked as materialized (select pg_advisory_xact_lock(hashtextextended(?1, 0))) ";

    private static final String SEND = """
            insert into %s.outbox (event_id, topic, key, headers, value)
            select ?2, ?3, ?4, ?5, ?6 from locked
            on conflict (event_id) do nothing""";

    /** Holds back every other transaction that locks the same name in this service, until this one ends. */
    public Uni<Void> lock(Mutiny.Session tx, String name) {
        // Not as a query: Hibernate (7.2) keeps a plan of every native one and never finds it again, and looks longer
        // for it each time.
        return tx.createNativeQuery(LOCK + "select from locked")
                .setParameter(1, schema + "|" + name)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Locks the aggregate. False when it has handled the event before. */
    public Uni<Boolean> firstTime(Mutiny.Session tx, String aggregate, UUID event) {
        return tx.createNativeQuery((LOCK
                                + "insert into %s.inbox (aggregate, event_id) select ?2, ?3 from locked on conflict do nothing")
                        .formatted(schema))
                .setParameter(1, schema + "|" + aggregate)
                .setParameter(2, aggregate)
                .setParameter(3, event)
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

    /** Queues a record behind all others of its key; one that was queued before, by its id, is not queued again. */
    public Uni<Void> send(Mutiny.Session tx, WireRecord record) {
        return tx.createNativeQuery((LOCK + SEND).formatted(schema))
                .setParameter(1, schema + "|key|" + record.key())
                .setParameter(2, record.id())
                .setParameter(3, record.topic())
                .setParameter(4, record.key())
                .setParameter(5, Json.write(record.headers()))
                .setParameter(6, record.value())
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<Void> call(Mutiny.Session tx, Effect call) {
        return tx.createNativeQuery("insert into %s.call (kind, body, place) values (?1, ?2, ?3)".formatted(schema))
                .setParameter(1, call.getClass().getSimpleName())
                .setParameter(2, Json.write(call))
                .setParameter(3, call.place())
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
