package conveyarr.flow.loop;

import conveyarr.flow.Effect;
import conveyarr.flow.Turn;
import conveyarr.flow.loop.CallTable.Due;
import conveyarr.flow.wire.Json;
import io.agroal.api.AgroalDataSource;
import io.quarkus.vertx.VertxContextSupport;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Makes the calls that decisions asked for, at least once, with growing pauses between the tries of one call. Several are made at a time, so
 * that an upstream that hangs does not hold back the others; one process of a service makes them, by a lease.
 */
public final class CallLoop extends Loop {
    private static final Logger LOGGER = Logger.getLogger(CallLoop.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final String LEASE = "calls";
    private static final Duration LEASE_LIFE = Duration.ofSeconds(5);
    private static final int AT_A_TIME = 16;
    private static final Duration LONGEST_CALL = Duration.ofSeconds(60);
    private static final Duration LAST_WAIT = Duration.ofSeconds(8);

    private final String schema;
    private final AgroalDataSource jdbc;
    private final CallTable table;
    private final Lease lease;
    private final Set<Long> beingMade = ConcurrentHashMap.newKeySet();
    private final Semaphore free = new Semaphore(AT_A_TIME);
    private volatile CallsInTurn<?> calls;

    public CallLoop(String schema, AgroalDataSource jdbc) {
        super("calls-" + schema, POLL);
        this.schema = schema;
        this.jdbc = jdbc;
        this.table = new CallTable(schema, jdbc);
        this.lease = new Lease(schema, LEASE, LEASE_LIFE);
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
            boolean busy =
                    !beingMade.isEmpty() || !table.due(connection, 1, beingMade).isEmpty();
            OptionalLong epoch = busy ? lease.hold(connection) : OptionalLong.empty();
            if (epoch.isPresent()) {
                // Read with the lease in hand: what was due before may have been made by the one who held it.
                table.due(connection, free.availablePermits(), beingMade).forEach(due -> begin(due, epoch.getAsLong()));
            }
        }
        return false; // each call wakes the loop when it has ended
    }

    private void begin(Due due, long epoch) {
        if (!running() || !free.tryAcquire()) {
            return;
        }
        beingMade.add(due.id());
        Thread.ofVirtual().name("call-" + schema + "-" + due.id()).start(() -> {
            try {
                if (isOurs(epoch)) {
                    make(due, new Turn(schema, LEASE, lease.holder(), epoch));
                }
            } finally {
                beingMade.remove(due.id());
                free.release();
                wake();
            }
        });
    }

    /** A process that was stopped for a while must not make what another has made meanwhile. */
    private boolean isOurs(long epoch) {
        try (var connection = jdbc.getConnection()) {
            return lease.confirm(connection, epoch);
        } catch (SQLException e) {
            return false; // it stays due
        }
    }

    /** Calls that were begun are waited for: one that is cut off would be in doubt. */
    @Override
    public void close() {
        super.close();
        try {
            if (free.tryAcquire(AT_A_TIME, LAST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                free.release(AT_A_TIME);
            }
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
                table.done(due);
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
