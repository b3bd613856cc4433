package conveyarr.flow.state;

import conveyarr.events.Occurrence;
import conveyarr.flow.Gathering;
import conveyarr.flow.Next;
import io.agroal.api.AgroalDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * What {@link Handler} does, for all inputs that come at the same time in one transaction and a few statements: for aggregates of which many move
 * at once. What was decided is committed when the answer comes.
 */
public final class Bulk<S, R extends StateRow> {
    private static final int MOST = 100;

    private final AgroalDataSource jdbc;
    private final Aggregate<S, R> aggregate;
    private final BulkTable<S, R> table;
    private final EffectTable effects;
    private final Runnable afterCommit;
    private final Gathering<List<Input<S>>, List<S>> gathering = new Gathering<>(MOST, this::handleAll);

    /**
     * One input for one aggregate. The second time that a {@code cause} comes {@code once}, nothing happens; otherwise the state itself makes a
     * repetition harmless.
     */
    public record Input<S>(String id, Occurrence cause, boolean once, Function<S, Next<S>> decide) {
        Received received() {
            return new Received(id, cause.id());
        }
    }

    /** An input as the inbox knows it. */
    record Received(String aggregate, UUID event) {}

    public Bulk(String schema, AgroalDataSource jdbc, Aggregate<S, R> aggregate, Runnable afterCommit) {
        this.jdbc = jdbc;
        this.aggregate = aggregate;
        this.table = new BulkTable<>(schema, aggregate);
        this.effects = new EffectTable(schema);
        this.afterCommit = afterCommit;
    }

    /** All of them in one transaction, in their order; gives the states after each, on the caller's Vert.x context. */
    public Uni<List<S>> handle(List<Input<S>> inputs) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            var answer = Uni.createFrom().completionStage(() -> gathering.ask(inputs));
            return context == null ? answer : answer.emitOn(task -> context.runOnContext(_ -> task.run()));
        });
    }

    private List<List<S>> handleAll(List<List<Input<S>>> groups) throws SQLException {
        try (var connection = jdbc.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var after = inTransaction(connection, groups);
                connection.commit();
                afterCommit.run();
                return after;
            } catch (Throwable e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private List<List<S>> inTransaction(Connection tx, List<List<Input<S>>> groups) throws SQLException {
        var all = groups.stream().flatMap(List::stream).toList();
        var ids = all.stream().map(Input::id).distinct().toList();
        table.lock(tx, ids);
        var fresh = table.firstTime(
                tx, all.stream().filter(Input::once).map(Input::received).toList());
        var round = new Round<>(table.load(tx, ids), fresh, aggregate.unknown());
        var after = groups.stream()
                .map(group -> group.stream().map(round::take).toList())
                .toList();
        table.save(tx, round.changed());
        effects.write(tx, round.told());
        return after;
    }
}
