package conveyarr.notification;

import conveyarr.notification.channel.Channels;
import conveyarr.notification.core.rule.Check;
import conveyarr.notification.core.rule.Rulebook;
import conveyarr.notification.text.Texts;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The rules of {@code application.yaml}; the start fails on one that cannot be followed. {@code conveyarr.notification.language} is {@code en}
 * or {@code de}, {@code conveyarr.notification.zone} where the clocks are read.
 */
@Startup
@Singleton
class FileRules {
    private final Rulebook book;

    FileRules(
            RulesConfig rules,
            QuietConfig quiet,
            Channels channels,
            @ConfigProperty(name = "conveyarr.notification.language", defaultValue = "en") String language,
            @ConfigProperty(name = "conveyarr.notification.zone") Optional<String> zone) {
        ZoneId here = zone.map(FileRules::zone).orElseGet(ZoneId::systemDefault);
        this.book = new Rulebook(
                new TreeMap<>(rules.rules())
                        .values().stream().map(RulesConfig.Entry::rule).toList(),
                quiet.channels().entrySet().stream()
                        .collect(Collectors.toMap(entry -> entry.getKey(), entry -> entry.getValue()
                                .quiet(here))),
                language,
                here);
        new Check(channels.names(), Texts.languages()).wrong(book).ifPresent(wrong -> {
            throw new ConfigurationException("conveyarr.notification: " + wrong);
        });
    }

    /** Not by a converter of the config: Quarkus' own for a {@link ZoneId} fails on a key that is not set. */
    static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new ConfigurationException(
                    "conveyarr.notification names the zone \"" + name + "\"; it must be such as Europe/Berlin", e);
        }
    }

    Rulebook book() {
        return book;
    }
}
