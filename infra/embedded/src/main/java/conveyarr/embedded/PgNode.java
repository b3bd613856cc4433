package conveyarr.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A PostgreSQL of our own: a child process on loopback whose data outlives it, with fsync on. When it dies it is started again; one that
 * was left over by a killed parent is stopped first.
 */
public final class PgNode implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(PgNode.class);
    /** A long recovery after a crash is no failure. */
    private static final Duration START = Duration.ofMinutes(5);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final PgSettings settings;
    private final PgPrograms programs;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running = true;
    private volatile Process server;

    private PgNode(PgSettings settings, PgPrograms programs) {
        this.settings = settings;
        this.programs = programs;
    }

    /** Returns when it answers; throws {@link IOException} with the reason and the place of its log when it does not. */
    public static PgNode start(PgSettings settings) throws IOException, InterruptedException {
        var node = new PgNode(settings, PgPrograms.in(settings.binaries()));
        if (!Files.exists(settings.cluster().resolve("PG_VERSION"))) {
            node.create();
        }
        PgPrograms.stopLeftOver(settings);
        node.launch();
        Thread.ofVirtual().name("postgres-watch").start(node::watch);
        return node;
    }

    public PgSettings settings() {
        return settings;
    }

    /** The process id of the server, for those who want to see it fail. */
    public long pid() {
        return server.pid();
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        stopped.countDown();
        PgPrograms.stop(server.toHandle());
    }

    private void create() throws IOException, InterruptedException {
        Folders.delete(settings.cluster());
        Files.createDirectories(settings.cluster());
        PgUser.closeToOthers(settings.cluster());
        programs.own(settings.data());
        programs.initialize(settings);
    }

    private void launch() throws IOException, InterruptedException {
        server = programs.serve(settings);
        awaitAnswer();
    }

    private void watch() {
        Duration pause = FIRST_PAUSE;
        while (running) {
            try {
                server.waitFor();
                if (running) {
                    LOGGER.warnf("postgres.restarted cause=it ended by itself, see %s", settings.log());
                    PgPrograms.stopLeftOver(settings);
                    launch();
                    pause = FIRST_PAUSE;
                }
            } catch (IOException e) { // such as a full disk: it is tried until it works
                LOGGER.errorf("postgres.down next=%s cause=%s", pause, e.getMessage());
                pause = rested(pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private Duration rested(Duration pause) {
        try {
            stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            running = false;
        }
        return pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        Instant limit = Instant.now().plus(START);
        while (!answers()) {
            if (!server.isAlive() || Instant.now().isAfter(limit)) {
                throw new IOException(
                        "PostgreSQL does not start on port " + settings.port() + "; its log is " + settings.log());
            }
            server.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    private boolean answers() {
        try (var connection =
                DriverManager.getConnection(settings.jdbcUrl(), settings.username(), settings.password())) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }
}
