package conveyarr.flow.loop;

import conveyarr.flow.loop.OutboxBatch.Sent;
import conveyarr.flow.loop.Publisher.OneIsRefused;
import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jboss.logging.Logger;

/**
 * Publishes the outbox of one service in the order of the queue, each row exactly once on its topic for readers of committed records. A batch
 * is claimed in PostgreSQL first, then published in one Kafka transaction with its number, then settled; whoever takes over reads the last
 * number back and knows whether the open claim was published. One relay of a service works at a time, by a lease; the broker's fencing is the
 * second lock.
 */
public final class Relay extends Loop {
    private static final Logger LOGGER = Logger.getLogger(Relay.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LEASE_LIFE = Duration.ofSeconds(5);

    private final String schema;
    private final AgroalDataSource jdbc;
    private final Lease lease;
    private final Losses losses;
    private final Backlog backlog;
    private Publisher publisher;
    private long epoch;
    /** How many rows go together: fewer after the broker refused one of them, until it is alone, and soon more again. */
    private int most = OutboxBatch.MOST;

    /** {@code beat} is how long what is written may be gathered: each batch is a Kafka transaction and two of PostgreSQL, however small. */
    public Relay(String schema, AgroalDataSource jdbc, Duration beat) {
        super("relay-" + schema, POLL, beat);
        this.schema = schema;
        this.jdbc = jdbc;
        this.lease = new Lease(schema, "relay", LEASE_LIFE);
        this.losses = new Losses(schema);
        this.backlog = new Backlog(schema);
    }

    /** What waits to be published, as of a moment ago. */
    public Backlog backlog() {
        return backlog;
    }

    /** Since this relay has had its turn. */
    boolean lookedForLosses() {
        return losses.looked();
    }

    @Override
    protected boolean work() throws Exception {
        try (var connection = jdbc.getConnection()) {
            backlog.look(connection);
            boolean lookForLosses = losses.isDue();
            if (!lookForLosses && !OutboxBatch.isAnythingPending(connection, schema)) {
                return false; // an idle service writes nothing, so that a disk may sleep
            }
            var held = publisher == null ? lease.hold(connection) : lease.keep(connection);
            if (held.isEmpty()) {
                failed();
                return false;
            }
            if (publisher == null || held.getAsLong() != epoch) {
                takeOver(connection, held.getAsLong());
            }
            if (lookForLosses) {
                losses.repair(connection, () -> isOurs(connection));
            }
            return publishNext(connection);
        }
    }

    private boolean publishNext(Connection connection) throws SQLException, ExecutionException, InterruptedException {
        OutboxBatch batch = OutboxBatch.claim(connection, schema, most, () -> isOurs(connection));
        if (batch.rows().isEmpty()) {
            return false;
        }
        try {
            List<Sent> sent = publisher.publish(batch);
            losses.compare(connection, sent);
            OutboxBatch.settle(connection, schema, sent);
            most = Math.min(2 * most, OutboxBatch.MOST);
        } catch (Refused refused) {
            LOGGER.warnf("outbox.parked service=%s seq=%d cause=%s", schema, refused.seq(), refused.getMessage());
            refused.park(connection, schema);
            failed();
        } catch (OneIsRefused refused) {
            most = batch.rows().size() / 2;
            batch.letGoBehind(most, connection, schema, () -> isOurs(connection));
            failed();
        }
        return true;
    }

    private boolean isOurs(Connection connection) throws SQLException {
        return lease.confirm(connection, epoch);
    }

    /** First nobody else can commit, then the marker is read, then it is settled what the marker says. */
    private void takeOver(Connection connection, long newEpoch) throws SQLException {
        failed();
        publisher = Publisher.open(schema, KafkaAccess.fromConfig());
        OutboxBatch.takeOver(connection, schema, publisher.lastCommitted());
        epoch = newEpoch;
        losses.begin();
    }

    /** After a failed send the state of the producer is unknown, so the next try begins as if another had taken over. */
    @Override
    protected void failed() {
        if (publisher != null) {
            publisher.close();
            publisher = null;
        }
    }

    @Override
    public void close() {
        super.close();
        failed();
        try (var connection = jdbc.getConnection()) {
            lease.letGo(connection);
        } catch (SQLException e) {
            // It ends by itself a few seconds later.
        }
    }
}
