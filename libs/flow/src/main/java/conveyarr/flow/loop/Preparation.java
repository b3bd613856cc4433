package conveyarr.flow.loop;

import java.time.Duration;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Brings the tables up to date and makes the topics, however long PostgreSQL and Kafka stay away, then starts what needs them. Afterwards it
 * tidies up from time to time.
 */
public final class Preparation extends Loop {
    private static final Logger LOGGER = Logger.getLogger(Preparation.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration TIDY_EVERY = Duration.ofHours(1);

    private final String schema;
    private final Flyway migrations;
    private final KafkaAccess kafka;
    private final Tidying tidying;
    private final Runnable then;
    private Instant tidied = Instant.EPOCH;
    private volatile boolean done;

    public Preparation(Flyway migrations, KafkaAccess kafka, Tidying tidying, Runnable then) {
        super("prepare-" + tidying.schema(), POLL);
        this.schema = tidying.schema();
        this.migrations = migrations;
        this.kafka = kafka;
        this.tidying = tidying;
        this.then = then;
    }

    public boolean done() {
        return done;
    }

    @Override
    protected boolean work() throws Exception {
        if (!done) {
            migrations.migrate();
            TopicSetup.ensure(kafka);
            LOGGER.debugf("flow.prepared schema=%s", schema);
            then.run();
            done = true;
        } else if (Instant.now().isAfter(tidied.plus(TIDY_EVERY))) {
            tidying.run();
            tidied = Instant.now();
        }
        return false;
    }
}
