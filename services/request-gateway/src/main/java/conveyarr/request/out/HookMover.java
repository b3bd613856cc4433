package conveyarr.request.out;

import conveyarr.flow.Flow;
import conveyarr.flow.loop.Loop;
import conveyarr.flow.spool.Batch;
import conveyarr.flow.spool.Spool;
import conveyarr.request.core.Delivery;
import conveyarr.request.core.Original;
import conveyarr.request.core.Verdict;
import conveyarr.request.core.Verdict.Result;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Moves hooks from the spool into the hook table and the outbox, in one transaction, and then forgets them in the spool. A crash in between
 * moves them again, which the receipts make harmless.
 */
public final class HookMover extends Loop {
    private static final Logger LOGGER = Logger.getLogger(HookMover.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration BEAT = Duration.ofMillis(5);
    private static final int RECORDS = 500;
    private static final long BYTES = 4L * 1024 * 1024;

    private final Spool spool;
    private final Flow flow;
    private final Aside reader;
    private final Pace pace = new Pace();
    private final Consumer<List<Judged>> moved;
    private volatile boolean failing;

    /** A hook from the spool without its secrets, what it is worth, and what it was before. */
    public record Judged(Delivery delivery, Verdict verdict, Original original) {
        boolean published() {
            return verdict.result() != Result.QUARANTINED;
        }
    }

    /** {@code moved} hears of what is in the database. */
    public HookMover(Spool spool, Flow flow, Aside reader, Consumer<List<Judged>> moved) {
        super("hooks-mover", POLL, BEAT);
        this.moved = moved;
        this.spool = spool;
        this.flow = flow;
        this.reader = reader;
    }

    /** There is something to move. While the database is away, it is asked at its own pace and not for every hook. */
    public void comeSoon() {
        if (!failing) {
            wake();
        }
    }

    @Override
    protected boolean work() throws IOException, SQLException {
        if (!flow.prepared()) {
            return false; // there may be no tables yet
        }
        Batch batch = spool.oldest(RECORDS, BYTES);
        if (batch.isEmpty()) {
            return false;
        }
        long start = System.nanoTime();
        pace.begin(spool.appended(), start);
        List<Judged> hooks = reader.readable(batch.records());
        move(hooks);
        moved.accept(hooks);
        spool.drop(batch);
        failing = false;
        flow.wake();
        long end = System.nanoTime();
        LOGGER.debugf("hooks.moved count=%d ms=%d", batch.records().size(), (end - start) / 1_000_000);
        LockSupport.parkNanos(
                pace.rest(spool.appended(), end, spool.isHalfFull()).toNanos());
        return true;
    }

    @Override
    protected void failed() {
        failing = true;
    }

    private void move(List<Judged> hooks) throws SQLException {
        try (Connection connection = flow.jdbc().getConnection()) {
            connection.setAutoCommit(false);
            try {
                write(connection, hooks);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void write(Connection connection, List<Judged> hooks) throws SQLException {
        var records = hooks.stream()
                .filter(Judged::published)
                .map(hook -> HookRecord.of(hook.delivery(), hook.original()))
                .toList();
        var tables = new HookTables(connection);
        tables.hooks(hooks);
        tables.copies(hooks);
        tables.outbox(records);
    }
}
