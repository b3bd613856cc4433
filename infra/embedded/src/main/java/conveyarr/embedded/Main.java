package conveyarr.embedded;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** The broker and the database alone, for services that run in processes of their own. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var stopped = new CountDownLatch(1);
        var infrastructure = Infrastructure.start(System.getenv());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                infrastructure.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                stopped.countDown();
            }
        }));
        System.out.println("Kafka and PostgreSQL are ready.");
        stopped.await();
    }
}
