package conveyarr.flow.loop;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * One thread that works until there is nothing to do, then waits to be woken or for the pause to pass. Its rounds begin a {@code beat} apart at
 * the least: what comes meanwhile is done together.
 */
public abstract class Loop implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(Loop.class);
    private static final Duration STOP_WAIT = Duration.ofSeconds(5);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final String name;
    private final Duration pause;
    private final Duration beat;
    private final Semaphore alarm = new Semaphore(0);
    private final Thread thread;
    private volatile boolean running = true;

    protected Loop(String name, Duration pause) {
        this(name, pause, Duration.ZERO);
    }

    protected Loop(String name, Duration pause, Duration beat) {
        this.name = name;
        this.pause = pause;
        this.beat = beat;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    /** Does the work that is due; true when there may be more at once. */
    protected abstract boolean work() throws Exception;

    /** Called when work failed, before the next try. */
    protected void failed() {}

    public final void start() {
        thread.start();
    }

    public final void wake() {
        if (alarm.availablePermits() == 0) {
            alarm.release();
        }
    }

    protected final boolean running() {
        return running;
    }

    @Override
    public void close() {
        running = false;
        wake();
        LockSupport.unpark(thread);
        try {
            if (thread.isAlive()) { // it never began when PostgreSQL or Kafka never came
                thread.join(STOP_WAIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running) {
            boolean more = false;
            Duration wait = pause;
            long began = System.nanoTime();
            try {
                more = work();
            } catch (Throwable e) { // also an Error: a loop that ended silently would be missed by nobody
                LOGGER.warnf("loop.failed name=%s cause=%s", name, e);
                failed();
                wait = PAUSE_AFTER_FAILURE;
            }
            if (!more) {
                await(wait);
            }
            rest(began + beat.toNanos());
        }
    }

    private void rest(long until) {
        for (long left = until - System.nanoTime(); left > 0 && running; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void await(Duration wait) {
        try {
            if (alarm.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                alarm.drainPermits();
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
