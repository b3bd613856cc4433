package conveyarr.notification;

import conveyarr.events.EventCatalog;
import conveyarr.notification.core.Patience;
import conveyarr.notification.core.Rules;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the owner may say about when and how often we tell.
 *
 * <p>{@code oldest}: events that are older when we first see them are not told, since a replay or a first start must wake nobody;
 * {@code silence}: events that are not told, by their names on the wire; {@code claim-grace}: how old a claim must be before we believe
 * that its answer is lost, longer than any try can take; {@code pauses}: the waits after the first, second, ... failed try.
 */
@Singleton
public class NotificationConfig {
    private final Rules rules;
    private final Patience patience;

    NotificationConfig(
            @ConfigProperty(name = "conveyarr.notification.oldest", defaultValue = "24h") Duration oldest,
            @ConfigProperty(name = "conveyarr.notification.silence") Optional<Set<String>> silence,
            @ConfigProperty(name = "conveyarr.notification.claim-grace", defaultValue = "2m") Duration grace,
            @ConfigProperty(name = "conveyarr.notification.pauses") Optional<List<Duration>> pauses) {
        this.rules = new Rules(oldest, known(silence.orElse(Set.of())));
        this.patience = pauses.map(own -> new Patience(own, grace)).orElseGet(() -> Patience.standard(grace));
    }

    Rules rules() {
        return rules;
    }

    Patience patience() {
        return patience;
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
