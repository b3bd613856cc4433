package conveyarr.notification.core.rule;

import conveyarr.notification.core.News;
import conveyarr.notification.core.Target;
import java.time.Instant;
import java.util.Optional;

/** Silence until a time, for one channel, for some events, for one movie or series, or for all that is left out. */
public record Mute(Optional<String> channel, Optional<String> events, Optional<String> about, Instant until) {
    public Mute {
        if (until == null) {
            throw new IllegalArgumentException("a mute needs \"until\", such as 2030-01-01T07:00:00Z");
        }
    }

    boolean covers(News news, Target target, Instant now) {
        return now.isBefore(until)
                && channel.filter(name -> !name.equals(target.channel())).isEmpty()
                && events.filter(pattern -> !new Pattern(pattern).matches(news)).isEmpty()
                && about.filter(key -> !key.equals(news.about().key())).isEmpty();
    }
}
