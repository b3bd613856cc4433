package conveyarr.simulator.state;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does one thing again and again, with a pause between; trouble in one round does not end the rounds. */
public final class Beat implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Beat.class.getName());

    private final ScheduledExecutorService rounds =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    public Beat(Duration pause, Runnable round) {
        rounds.scheduleWithFixedDelay(() -> tried(round), 0, pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static void tried(Runnable round) {
        try {
            round.run();
        } catch (RuntimeException trouble) {
            LOG.log(System.Logger.Level.DEBUG, "round failed, the next one follows", trouble);
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
        try {
            rounds.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
