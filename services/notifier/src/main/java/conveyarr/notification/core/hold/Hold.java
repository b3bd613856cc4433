package conveyarr.notification.core.hold;

import conveyarr.notification.core.News;
import java.time.Instant;

/**
 * One kind of trouble of one program, which is told only when it lasts.
 * <pre>
 * Calm -> Suspected -> Told -> Calm
 *  ^          |
 *  '----------'
 * </pre>
 */
public sealed interface Hold {
    record Calm() implements Hold {}

    /** Told at {@code dueAt}, unless it is over by then. */
    record Suspected(News began, Instant dueAt) implements Hold {}

    /** People know of it, so they are told of its end as well. */
    record Told(News began) implements Hold {}

    /** What makes it move. */
    sealed interface Signal {
        record Began(News news, Instant dueAt) implements Signal {}

        record Ended(News news) implements Signal {}

        record ClockTicked(Instant now) implements Signal {}
    }
}
