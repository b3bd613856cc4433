package conveyarr.flow.loop;

import conveyarr.flow.Effect;
import conveyarr.flow.Gathering;
import conveyarr.flow.Turn;
import conveyarr.flow.loop.CallTable.Due;
import conveyarr.flow.wire.Json;
import io.agroal.api.AgroalDataSource;
import io.quarkus.vertx.VertxContextSupport;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/**
 * Makes the calls that decisions asked for, at least once, with growing pauses between the tries of one call. Several are made at a time, and so
 * many at one place, so that one that hangs does not hold back the others; one process of a service makes them, by a lease.
 */
public final class CallLoop extends Loop {
    private static final Logger LOGGER = Logger.getLogger(CallLoop.class);
    private static final Duration POLL = Duration.ofMillis(500);
    /** Every commit wakes it, and most ask for no call. */
    private static final Duration BEAT = Duration.ofMillis(20);

    private static final String LEASE = "calls";
    private static final Duration LEASE_LIFE = Duration.ofSeconds(5);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(60);
    private static final Duration LAST_WAIT = Duration.ofSeconds(8);

    private final String schema;
    private final AgroalDataSource jdbc;
    private final CallTable table;
    private final Lease lease;
    private final Hands hands = new Hands();
    private final Gathering<Due, Due> done;
    private final LeaseCheck check;
    private volatile CallsInTurn<?> calls;

    public CallLoop(String schema, AgroalDataSource jdbc) {
        super("calls-" + schema, POLL, BEAT);
        this.schema = schema;
        this.jdbc = jdbc;
        this.table = new CallTable(schema, jdbc);
        this.lease = new Lease(schema, LEASE, LEASE_LIFE);
        this.check = new LeaseCheck(jdbc, lease);
        this.done = new Gathering<>(Hands.ALL, calls -> {
            table.done(calls);
            return calls;
        });
    }

    public void carryOut(CallsInTurn<?> runner) {
        this.calls = runner;
    }

    @Override
    protected boolean work() throws SQLException {
        if (calls == null) {
            return false;
        }
        try (var connection = jdbc.getConnection()) {
            boolean busy = !hands.calls().isEmpty() || !due(connection, 1).isEmpty();
            OptionalLong epoch = busy ? lease.keep(connection) : OptionalLong.empty();
            // Read with the lease in hand: what was due before may have been made by the one who held it. It is asked
            // for each call once more.
            return epoch.isPresent() && begin(due(connection, hands.free()), epoch.getAsLong());
        }
    }

    private List<Due> due(Connection connection, int most) throws SQLException {
        return table.due(connection, most, hands.calls(), hands.busy());
    }

    /** True when some have to wait for their place, and others behind them may be made at once; else each call wakes the loop when it has ended. */
    private boolean begin(List<Due> all, long epoch) {
        boolean passedOver = false;
        for (Due due : all) {
            if (!running()) {
                return false;
            }
            if (hands.take(due)) {
                begin(due, epoch);
            } else {
                passedOver = true;
            }
        }
        return passedOver && hands.free() > 0;
    }

    private void begin(Due due, long epoch) {
        Thread.ofVirtual().name("call-" + schema + "-" + due.id()).start(() -> {
            try {
                if (check.isOurs(epoch)) {
                    make(due, new Turn(schema, LEASE, lease.holder(), epoch));
                }
            } finally {
                hands.letGo(due);
                wake();
            }
        });
    }

    /** Calls that were begun are waited for: one that is cut off would be in doubt. */
    @Override
    public void close() {
        super.close();
        try {
            hands.awaitAll(LAST_WAIT);
            try (var connection = jdbc.getConnection()) {
                lease.letGo(connection);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            // It ends by itself a few seconds later.
        }
    }

    private void make(Due due, Turn turn) {
        try {
            try {
                makeTyped(calls, due, turn);
                done.ask(due).join();
            } catch (Turn.Overtaken another) {
                LOGGER.infof("call.left schema=%s kind=%s cause=%s", schema, due.kind(), another.getMessage());
            } catch (Throwable failure) {
                LOGGER.warnf(
                        "call.failed schema=%s kind=%s attempt=%d cause=%s",
                        schema, due.kind(), due.attempts() + 1, failure);
                table.failed(due, String.valueOf(failure.getMessage()));
            }
        } catch (SQLException e) {
            LOGGER.warnf("call.unsettled schema=%s kind=%s cause=%s", schema, due.kind(), e); // it will be made again
        }
    }

    private <C extends Effect> void makeTyped(CallsInTurn<C> runner, Due due, Turn turn) throws Throwable {
        Class<?> type = Arrays.stream(runner.family().getPermittedSubclasses())
                .filter(c -> c.getSimpleName().equals(due.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unknown call " + due.kind()));
        C call = runner.family().cast(Json.read(due.body(), type));
        VertxContextSupport.subscribeAndAwait(
                () -> runner.make(call, turn).ifNoItem().after(LONGEST_CALL).fail());
    }
}
