package conveyarr.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A PostgreSQL of our own: a child process on loopback whose data outlives it, with fsync on. When it dies it is started again; one that
 * was left over by a killed parent is stopped first.
 */
public final class PgNode implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(PgNode.class);
    private static final Duration START = Duration.ofSeconds(60);

    private final PgSettings settings;
    private final PgPrograms programs;
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
        node.stopLeftOver();
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
        while (running) {
            try {
                server.waitFor();
                if (running) {
                    LOGGER.warn("postgres.restarted cause=it ended by itself, see " + settings.log());
                    stopLeftOver();
                    launch();
                }
            } catch (IOException e) {
                LOGGER.error("postgres.restart failed, trying again", e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** A parent that was killed leaves its PostgreSQL behind, on our port and with our data. */
    private void stopLeftOver() throws IOException, InterruptedException {
        Path file = settings.cluster().resolve("postmaster.pid");
        if (Files.exists(file)) {
            long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            var process = ProcessHandle.of(pid)
                    .filter(p -> p.info().command().orElse("").contains("postgres"));
            if (process.isPresent()) {
                PgPrograms.stop(process.get());
            }
        }
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
