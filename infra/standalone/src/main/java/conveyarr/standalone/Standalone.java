package conveyarr.standalone;

import conveyarr.embedded.Infrastructure;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

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
        Quarkus.run(null, (exitCode, failure) -> servicesEnded.countDown(), arguments);
        System.exit(0);
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
