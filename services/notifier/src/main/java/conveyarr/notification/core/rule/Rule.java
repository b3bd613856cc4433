package conveyarr.notification.core.rule;

import conveyarr.notification.core.Concern;
import conveyarr.notification.core.News;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * Which events go where, to whom and when.
 *
 * @param events patterns; see {@link Pattern}
 * @param channels names of channels, or {@code *} for all
 * @param to {@code everybody} (whoever listens on the channel), {@code requester}, {@code role:<role>} or {@code person:<reference>}
 * @param when {@code now}, {@code never}, or a time such as {@code 08:00}, when they come as one message
 */
public record Rule(List<String> events, List<String> channels, String to, String when) {
    public static final String EVERYBODY = "everybody";
    public static final String REQUESTER = "requester";
    public static final String ROLE = "role:";
    public static final String PERSON = "person:";
    static final String NOW = "now";
    static final String NEVER = "never";

    /** What is left out: what needs somebody and the news, on all channels, to everybody, now. */
    public Rule {
        events = events == null || events.isEmpty() ? List.of("needs-you", "news") : List.copyOf(events);
        channels = channels == null || channels.isEmpty() ? List.of("*") : List.copyOf(channels);
        to = to == null || to.isBlank() ? EVERYBODY : to.strip();
        when = when == null || when.isBlank() ? NOW : when.strip();
    }

    boolean matches(News news) {
        return matches(news.type(), news.concern());
    }

    boolean matches(String type, Concern concern) {
        return events.stream().anyMatch(event -> new Pattern(event).matches(type, concern));
    }

    boolean reaches(String channel) {
        return channels.contains("*") || channels.contains(channel);
    }

    /** The time of the day at which its events come together; empty for {@code now} and {@code never}. */
    Optional<LocalTime> digest() {
        try {
            return when.equals(NOW) || when.equals(NEVER) ? Optional.empty() : Optional.of(LocalTime.parse(when));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
