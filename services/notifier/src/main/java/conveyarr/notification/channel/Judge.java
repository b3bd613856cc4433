package conveyarr.notification.channel;

import conveyarr.notification.core.Receipt;
import java.time.Duration;
import java.util.Optional;

/** How one kind of receiver speaks. Only what it says differently from everybody else needs words here. */
@FunctionalInterface
public interface Judge {
    /** What a success means, which a proxy or a wrong program may say just as well. */
    Receipt success(Answer answer);

    /** An answer that means something of its own with this receiver; asked first. */
    default Optional<Receipt> special(Answer answer) {
        return Optional.empty();
    }

    /** How long it wants to be left alone, whatever else it says. */
    default Optional<Duration> pause(Answer answer) {
        return answer.retryAfter();
    }
}
