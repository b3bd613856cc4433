package conveyarr.flow.loop;

import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/** Brings the tables up to date and makes the topics, however long PostgreSQL and Kafka stay away, then starts what needs them. */
public final class Preparation extends Loop {
    private static final Logger LOGGER = Logger.getLogger(Preparation.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final String schema;
    private final Flyway migrations;
    private final KafkaAccess kafka;
    private final Runnable then;
    private volatile boolean done;

    public Preparation(String schema, Flyway migrations, KafkaAccess kafka, Runnable then) {
        super("prepare-" + schema, POLL);
        this.schema = schema;
        this.migrations = migrations;
        this.kafka = kafka;
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
        }
        return false;
    }
}
