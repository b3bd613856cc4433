package conveyarr.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Ends the process when listeners have been stopped for {@code patience}: nothing in the process brings them back, but a supervisor starts
 * the process again, where an unhealthy one would stay as it is.
 */
public final class Watchdog {
    private final Duration patience;
    private final Exit exit;
    private Instant deadSince;
    private boolean ended;

    /** How the process ends; {@code reason} is for the log. */
    public interface Exit {
        void because(String reason);
    }

    public Watchdog(Duration patience, Exit exit) {
        this.patience = patience;
        this.exit = exit;
    }

    /** What one look gave: the listeners that are stopped. */
    public void saw(List<String> stopped, Instant now) {
        if (stopped.isEmpty()) {
            deadSince = null;
            return;
        }
        if (deadSince == null) {
            deadSince = now;
        }
        if (!ended && !now.isBefore(deadSince.plus(patience))) {
            ended = true;
            exit.because("stopped for %d s: %s".formatted(patience.toSeconds(), String.join(", ", stopped)));
        }
    }
}
