package conveyarr.flow.state;

import conveyarr.events.Occurrence;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import conveyarr.flow.Tables;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * One input, one transaction: lock the aggregate, received before? load, decide, save, write down the effects; all or nothing. Needs a
 * Vert.x context, as Hibernate Reactive does.
 */
public final class Handler<S, R extends StateRow> {
    private final Mutiny.SessionFactory db;
    private final Tables tables;
    private final Aggregate<S, R> aggregate;
    private final Runnable afterCommit;

    public Handler(Mutiny.SessionFactory db, Tables tables, Aggregate<S, R> aggregate, Runnable afterCommit) {
        this.db = db;
        this.tables = tables;
        this.aggregate = aggregate;
        this.afterCommit = afterCommit;
    }

    /** An event or a sighting. The second time that {@code cause} comes for the same aggregate, nothing happens. */
    public Uni<Void> handle(String id, Occurrence cause, Function<S, Next<S>> decide) {
        return inTransaction(tx -> tables.firstTime(tx, id, cause.id())
                .chain(first ->
                        first ? decide(tx, id, cause, decide) : Uni.createFrom().voidItem()));
    }

    /** A look at the present, such as one answer of a poll: it has no identity, and the state itself makes a repetition harmless. */
    public Uni<Void> observe(String id, Occurrence cause, Function<S, Next<S>> decide) {
        return inTransaction(tx -> tables.lock(tx, id).chain(() -> decide(tx, id, cause, decide)));
    }

    private Uni<Void> inTransaction(Function<Mutiny.Session, Uni<Void>> work) {
        return db.withTransaction(work).invoke(afterCommit);
    }

    private Uni<Void> decide(Mutiny.Session tx, String id, Occurrence cause, Function<S, Next<S>> decide) {
        return tx.find(aggregate.rowType(), id).chain(row -> {
            S before = row == null
                    ? aggregate.unknown().apply(id)
                    : aggregate.json().read(row);
            Next<S> next = decide.apply(before);
            return save(tx, row == null ? fresh(id) : row, next.state())
                    .chain(() -> tables.write(tx, cause.id(), told(cause, next.effects())));
        });
    }

    /** What follows from the past is the past. */
    static List<Effect> told(Occurrence cause, List<Effect> effects) {
        return cause.past() ? effects.stream().map(Effect::asPast).toList() : effects;
    }

    private R fresh(String id) {
        R row = aggregate.newRow().get();
        row.id = id;
        return row;
    }

    private Uni<Void> save(Mutiny.Session tx, R row, S state) {
        aggregate.json().write(state, row);
        aggregate.columns().accept(state, row);
        row.changedAt = Instant.now();
        return tx.contains(row) ? tx.flush() : tx.persist(row).chain(tx::flush);
    }
}
