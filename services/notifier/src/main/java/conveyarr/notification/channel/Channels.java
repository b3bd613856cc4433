package conveyarr.notification.channel;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The channels that the owner configured, each opened once at start. Knows no kind by name. */
@Startup
@Singleton
public class Channels {
    private static final Logger LOGGER = Logger.getLogger(Channels.class);
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";

    private final Map<String, ChannelKind> kinds = new TreeMap<>();
    private final Map<String, Channel> open = new TreeMap<>();

    Channels(@All List<ChannelKind> all, ChannelsConfig config, Post post) {
        all.forEach(kind -> kinds.put(kind.kind(), kind));
        new TreeMap<>(config.channels()).forEach((name, values) -> {
            var settings = new ChannelSettings(name, withoutFiles(values));
            ChannelKind kind = kindOf(settings);
            if (complete(kind, settings)) {
                open.put(name, open(kind, settings, post));
            }
        });
    }

    static Channel open(ChannelKind kind, ChannelSettings settings, Post post) {
        return kind.open(settings, post.of(kind, settings));
    }

    public Collection<String> names() {
        return open.keySet();
    }

    /** Those that can change what they sent. */
    public Set<String> editing() {
        return open.values().stream().filter(Channel::edits).map(Channel::name).collect(Collectors.toUnmodifiableSet());
    }

    public Optional<Channel> named(String name) {
        return Optional.ofNullable(open.get(name));
    }

    /** The kind of a channel whose name and keys can be used; otherwise the start fails. */
    private ChannelKind kindOf(ChannelSettings settings) {
        if (!settings.name().matches(NAME)) {
            throw settings.wrong("kind", "has a name that cannot be used: take letters, digits, '-', '_' and '.'");
        }
        String word = settings.find("kind").orElse(settings.name());
        ChannelKind kind = kinds.get(word);
        if (kind == null) {
            throw settings.wrong("kind", "= " + word + " is unknown; known are " + kinds.keySet());
        }
        var known = new TreeSet<>(kind.needs(settings));
        known.addAll(kind.takes());
        settings.values().keySet().stream()
                .filter(key -> !key.equals("kind") && !known.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw settings.wrong(key, "is unknown; a channel of kind " + word + " has " + known);
                });
        return kind;
    }

    /** {@code CONVEYARR_CHANNELS_PHONE_TOKEN_FILE} is seen as a key {@code token.file} too; its content has come as {@code token}. */
    private static Map<String, String> withoutFiles(Map<String, String> values) {
        var own = new TreeMap<>(values);
        own.keySet().removeIf(key -> key.endsWith(".file"));
        return own;
    }

    /** One that lacks a key is not configured yet, which is no reason not to start. */
    private static boolean complete(ChannelKind kind, ChannelSettings settings) {
        var missing = new TreeSet<>(kind.needs(settings));
        missing.removeIf(key -> settings.find(key).isPresent());
        if (!missing.isEmpty()) {
            LOGGER.warnf(
                    "The channel %s is not configured and tells nobody anything: set %s.",
                    settings.name(), settings.key(missing.first()));
        }
        return missing.isEmpty();
    }
}
