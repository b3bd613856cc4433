package conveyarr.standalone;

import conveyarr.embedded.Infrastructure;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** All six services, the broker and the database's parent in one process. The infrastructure starts first and ends last. */
@QuarkusMain
public final class Standalone {
    private static final Duration SERVICES_END = Duration.ofSeconds(5);

    private Standalone() {}

    public static void main(String[] arguments) {
        var servicesEnded = new CountDownLatch(1);
        var infrastructure = Infrastructure.startOrExit(System.getenv());
        infrastructure.announce();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endAfter(servicesEnded, infrastructure)));
        var exit = new AtomicInteger();
        Quarkus.run(
                null,
                (exitCode, failure) -> {
                    exit.set(failure == null ? exitCode : 1);
                    explain(failure);
                    servicesEnded.countDown();
                },
                arguments);
        System.exit(exit.get());
    }

    /** The last line of the log says why it does not start, such as a wrong setting. */
    private static void explain(Throwable failure) {
        Throwable root = failure;
        while (root != null && root.getCause() != null) {
            root = root.getCause();
        }
        if (root != null) {
            System.err.println("ERROR " + root.getMessage());
        }
    }

    /** Kafka Streams spins when the broker goes away before it, so the services get their time first. */
    private static void endAfter(CountDownLatch servicesEnded, Infrastructure infrastructure) {
        try {
            if (!servicesEnded.await(SERVICES_END.toMillis(), TimeUnit.MILLISECONDS)) {
                System.err.println("The services did not end in time; the broker and the database end now.");
            }
            infrastructure.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
