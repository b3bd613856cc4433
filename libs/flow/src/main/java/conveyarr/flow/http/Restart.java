package conveyarr.flow.http;

import conveyarr.flow.config.SavedSettings;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Ends this process so that whoever watches over it starts it again, with the settings that were saved meanwhile. */
@Startup
@Singleton
public final class Restart {
    private static final Logger LOGGER = Logger.getLogger(Restart.class);

    /** In which the page that asked for it gets its files. */
    private static final Duration GRACE = Duration.ofMillis(1500);

    /** In which all has to be put in order; a process that hangs in its end would never be started again. */
    private static final Duration END = Duration.ofSeconds(12);

    private static final String KUBELET = "KUBERNETES_SERVICE_HOST";

    private final UUID process = UUID.randomUUID();
    private final Instant startedAt = Instant.now();
    private final AtomicBoolean ending = new AtomicBoolean();
    private final Vertx vertx;
    private final String service;
    private final Path data;
    private final boolean watched;
    private final Map<String, String> atStart;

    Restart(
            Vertx vertx,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "conveyarr.data", defaultValue = "data") Path data,
            @ConfigProperty(name = "conveyarr.supervised", defaultValue = "false") boolean supervised) {
        this.vertx = vertx;
        this.service = service;
        this.data = data;
        this.watched = supervised || System.getenv(KUBELET) != null;
        this.atStart = SavedSettings.revisions(data);
    }

    /**
     * One process. {@code savedAtStart} and {@code savedNow} differ when something was saved that it does not know yet; {@code savedNow} of two
     * processes differ when they have no data folder in common. {@code startsAgain}: something starts it again when it ends.
     */
    public record Process(
            UUID id,
            String service,
            Instant startedAt,
            Map<String, String> savedAtStart,
            Map<String, String> savedNow,
            boolean startsAgain) {}

    /** Reads the names of files. */
    public Process process() {
        return new Process(process, service, startedAt, atStart, SavedSettings.revisions(data), watched);
    }

    /** Once the answer is out. A second time does nothing. */
    public void begin() {
        if (ending.compareAndSet(false, true)) {
            LOGGER.infof("process.ending service=%s: to be started again with what was saved", service);
            vertx.setTimer(GRACE.toMillis(), _ -> end(0));
        }
    }

    /** As the word to stop from outside does it, so that the broker and the database in the same process end after the services. */
    static void end(int code) {
        Thread exit = Thread.ofPlatform().daemon().name("restart").start(() -> System.exit(code));
        Thread.ofPlatform().daemon().name("restart-limit").start(() -> haltAfter(exit, code));
    }

    private static void haltAfter(Thread exit, int code) {
        try {
            exit.join(END);
            Runtime.getRuntime().halt(code);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
