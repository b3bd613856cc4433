package conveyarr.notification.channel;

import conveyarr.notification.core.OnDoubt;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The channels that the owner configured, each opened once at start. Knows no kind by name. */
@Startup
@Singleton
public class Channels {
    private static final Logger LOGGER = Logger.getLogger(Channels.class);

    private final ChannelKinds kinds;
    private final Post post;
    private final Map<String, ChannelSettings> configured = new TreeMap<>();
    private final Map<String, Channel> open = new TreeMap<>();

    Channels(ChannelKinds kinds, ChannelsConfig config, Post post) {
        this.kinds = kinds;
        this.post = post;
        config.channels()
                .forEach((name, values) -> configured.put(name, new ChannelSettings(name, withoutFiles(values))));
        configured.forEach((name, settings) -> {
            ChannelKind kind = kinds.of(settings);
            if (complete(kind, settings)) {
                open.put(name, open(kind, settings, post));
            }
        });
    }

    /**
     * Opens a channel that is not in the config, as the next start would, and keeps nothing. Throws a {@code ConfigurationException} with the
     * sentence of a start that fails, or with what is missing.
     */
    public Channel attempt(ChannelSettings settings) {
        ChannelKind kind = kinds.of(settings);
        kinds.missing(kind, settings).ifPresent(key -> {
            throw settings.wrong(key, "is missing");
        });
        return open(kind, settings, post);
    }

    /** What the config says of each channel, opened or not. */
    public Map<String, ChannelSettings> configured() {
        return configured;
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

    /** What that channel wants done after a doubt; for one that is gone, nothing. */
    public OnDoubt onDoubt(String name) {
        return named(name).map(Channel::onDoubt).orElse(OnDoubt.DROP);
    }

    /** {@code CONVEYARR_CHANNELS_PHONE_TOKEN_FILE} is seen as a key {@code token.file} too; its content has come as {@code token}. */
    private static Map<String, String> withoutFiles(Map<String, String> values) {
        var own = new TreeMap<>(values);
        own.keySet().removeIf(key -> key.endsWith(".file"));
        return own;
    }

    /** One that lacks a key is not configured yet, which is no reason not to start. */
    private boolean complete(ChannelKind kind, ChannelSettings settings) {
        var missing = kinds.missing(kind, settings);
        missing.ifPresent(key -> LOGGER.warnf(
                "The channel %s is not configured and tells nobody anything: set %s.",
                settings.name(), settings.key(key)));
        return missing.isEmpty();
    }
}
