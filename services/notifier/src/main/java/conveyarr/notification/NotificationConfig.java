package conveyarr.notification;

import conveyarr.events.EventCatalog;
import conveyarr.notification.core.Patience;
import conveyarr.notification.core.rule.Windows;
import conveyarr.notification.core.rule.Windows.Window;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * What the owner may say about when and how often we tell, all below {@code conveyarr.notification}.
 *
 * <ul>
 *   <li>{@code oldest} (24h): events that are older when we first see them are not told, since a replay or a first start must wake nobody
 *   <li>{@code silence}: events that are not told, by their names on the wire
 *   <li>{@code claim-grace} (70s): how old a claim must be before we believe that its answer is lost, longer than the minute that a try can take
 *   <li>{@code pauses}: the waits after the first, second, ... failed try
 *   <li>{@code hold} (2m): how long a program or the VPN must be down before anybody is told
 *   <li>{@code season-pause} (20s), {@code season-most} (5m): what is imported of one season within this time is one message
 *   <li>{@code season-edit} (12h): how long after that it still grows, where the channel can change a message
 *   <li>{@code storm-pause} (3s), {@code storm-most} (30s): troubles of one sort within this time are one message
 * </ul>
 */
@Singleton
public class NotificationConfig {
    private final Config config;
    private final Set<String> silence;

    NotificationConfig(Config config) {
        this.config = config;
        this.silence = known(Set.copyOf(list("silence", String.class).orElse(List.of())));
    }

    boolean silences(String type) {
        return silence.contains(type);
    }

    Duration oldest() {
        return time("oldest", Duration.ofHours(24));
    }

    Duration hold() {
        return time("hold", Duration.ofMinutes(2));
    }

    Patience patience() {
        Duration grace = time("claim-grace", Duration.ofSeconds(70));
        return list("pauses", Duration.class)
                .map(own -> new Patience(own, grace))
                .orElseGet(() -> Patience.standard(grace));
    }

    Windows windows() {
        return new Windows(
                new Window(time("season-pause", Duration.ofSeconds(20)), time("season-most", Duration.ofMinutes(5))),
                new Window(time("storm-pause", Duration.ofSeconds(3)), time("storm-most", Duration.ofSeconds(30))),
                time("season-edit", Duration.ofHours(12)));
    }

    private Duration time(String key, Duration standard) {
        return config.getOptionalValue("conveyarr.notification." + key, Duration.class)
                .orElse(standard);
    }

    private <T> Optional<List<T>> list(String key, Class<T> type) {
        return config.getOptionalValues("conveyarr.notification." + key, type);
    }

    private static Set<String> known(Set<String> names) {
        names.stream()
                .filter(name -> EventCatalog.byWireName(name).isEmpty())
                .findFirst()
                .ifPresent(name -> {
                    throw new ConfigurationException(
                            "conveyarr.notification.silence names an event that does not exist: " + name);
                });
        return names;
    }
}
