package conveyarr.health.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One of the seven stages in the life of a title: first entered, last left (absent while in it). A stage of which we saw nothing has no times. */
public record Visit(Stage stage, Optional<Instant> enteredAt, Optional<Instant> leftAt, Spent spent) {

    /** All attempts together: {@code finished} of those that ended, and since when the present one lasts. */
    public record Spent(Duration finished, Optional<Instant> openSince, int attempts) {
        public Duration at(Instant now) {
            return openSince
                    .filter(since -> since.isBefore(now))
                    .map(since -> finished.plus(Duration.between(since, now)))
                    .orElse(finished);
        }
    }
}
