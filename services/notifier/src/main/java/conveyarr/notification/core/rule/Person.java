package conveyarr.notification.core.rule;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How one person is reached. {@code channels} gives the person's own address on each channel, in the words of the channel, and an empty text
 * where the channel was set up for this person alone.
 */
public record Person(
        Map<String, String> channels, Set<String> roles, Optional<String> language, Optional<Quiet> quiet) {
    public Person {
        channels = channels == null ? Map.of() : Map.copyOf(channels);
        roles = roles == null ? Set.of() : Set.copyOf(roles);
    }
}
