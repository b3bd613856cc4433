package conveyarr.embedded;

import java.util.concurrent.CountDownLatch;

/** The broker and the database alone, for services that run in processes of their own. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        var stopped = new CountDownLatch(1);
        Infrastructure infrastructure = Infrastructure.startOrExit(System.getenv());
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
