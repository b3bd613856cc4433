package conveyarr.flow.loop;

import conveyarr.flow.Turn;
import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Keeps what this process does alone: a lease for each name, taken when it is first asked for and kept until the process ends, so that
 * several processes of one service share the work and a killed one is followed within {@link #LIFE}.
 */
public final class Turns extends Loop {
    static final Duration LIFE = Duration.ofSeconds(10);
    private static final Duration RENEW_EVERY = Duration.ofSeconds(3);
    /** Our clock and the database's need not run alike: a lease counts as gone a little before others may take it. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final String schema;
    private final AgroalDataSource jdbc;
    private final Map<String, Lease> leases = new ConcurrentHashMap<>();
    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Wish> wishes = new ConcurrentLinkedQueue<>();

    /** {@code since} by {@link System#nanoTime()}. */
    private record Held(Turn turn, long since) {
        boolean isOlderThan(Duration age) {
            return System.nanoTime() - since > age.toNanos();
        }
    }

    private record Wish(String name, CompletableFuture<Optional<Turn>> answer) {}

    public Turns(String schema, AgroalDataSource jdbc) {
        super("turns-" + schema, RENEW_EVERY);
        this.schema = schema;
        this.jdbc = jdbc;
    }

    /** Our turn, or empty while another process has it. Fails when the database cannot be asked. */
    public CompletableFuture<Optional<Turn>> take(String name) {
        var ours = held.get(name);
        if (ours != null && !ours.isOlderThan(LIFE.minus(MARGIN))) {
            return CompletableFuture.completedFuture(Optional.of(ours.turn()));
        }
        if (!running()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        var wish = new Wish(name, new CompletableFuture<>());
        wishes.add(wish);
        wake();
        return wish.answer();
    }

    @Override
    protected boolean work() throws SQLException {
        if (held.isEmpty() && wishes.isEmpty()) {
            return false;
        }
        try (var connection = jdbc.getConnection()) {
            for (var one : held.entrySet()) {
                if (one.getValue().isOlderThan(RENEW_EVERY.dividedBy(2))) {
                    hold(connection, one.getKey());
                }
            }
            for (Wish wish = wishes.peek(); wish != null; wish = wishes.peek()) {
                wish.answer().complete(hold(connection, wish.name()));
                wishes.poll();
            }
        }
        return false;
    }

    private Optional<Turn> hold(Connection connection, String name) throws SQLException {
        var lease = leases.computeIfAbsent(name, one -> new Lease(schema, one, LIFE));
        long since = System.nanoTime();
        var epoch = lease.hold(connection);
        if (epoch.isEmpty()) {
            held.remove(name);
            return Optional.empty();
        }
        var turn = new Turn(schema, name, lease.holder(), epoch.getAsLong());
        held.put(name, new Held(turn, since));
        return Optional.of(turn);
    }

    /** Who asked meanwhile is told, and asks again at the next round. */
    @Override
    protected void failed() {
        for (Wish wish = wishes.poll(); wish != null; wish = wishes.poll()) {
            wish.answer().completeExceptionally(new IllegalStateException("the database cannot be asked"));
        }
    }

    /** Lets the others in at once. */
    @Override
    public void close() {
        super.close();
        failed();
        if (held.isEmpty()) {
            return;
        }
        try (var connection = jdbc.getConnection()) {
            for (String name : held.keySet()) {
                leases.get(name).letGo(connection);
            }
        } catch (SQLException e) {
            // They end by themselves a few seconds later.
        }
        held.clear();
    }
}
