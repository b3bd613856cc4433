package conveyarr.notification.channel;

import io.quarkus.arc.All;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The kinds of channels that there are, and what each wants to know. */
@Singleton
public class ChannelKinds {
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";

    private final Map<String, ChannelKind> kinds = new TreeMap<>();

    ChannelKinds(@All List<ChannelKind> all) {
        all.forEach(kind -> kinds.put(kind.kind(), kind));
    }

    /** A key of a kind; {@code needed} whatever else is said, {@code secret}: its value is never shown. */
    public record ChannelKey(String key, boolean needed, boolean secret) {}

    public record KindOfChannel(String kind, List<ChannelKey> keys) {}

    /** All, each with its keys, those first that it cannot do without. */
    public List<KindOfChannel> all() {
        return kinds.values().stream().map(ChannelKinds::described).toList();
    }

    private static KindOfChannel described(ChannelKind kind) {
        var rest = new TreeSet<>(kind.needs(new ChannelSettings(kind.kind(), Map.of())));
        var needed = new TreeSet<>(rest);
        rest.addAll(kind.takes());
        var all = rest.stream().collect(Collectors.toMap(key -> key, _ -> "said"));
        needed.retainAll(kind.needs(new ChannelSettings(kind.kind(), all)));
        rest.removeAll(needed);
        var secret = secret(kind);
        var keys = new ArrayList<ChannelKey>();
        needed.forEach(key -> keys.add(new ChannelKey(key, true, secret.contains(key))));
        rest.forEach(key -> keys.add(new ChannelKey(key, false, secret.contains(key))));
        return new KindOfChannel(kind.kind(), List.copyOf(keys));
    }

    /** Of what is wanted under a name. Throws a {@link ConfigurationException} when there is no such kind. */
    public Set<String> secret(String name, ChannelOrder order) {
        var said = order.kind() == null ? Map.<String, String>of() : Map.of("kind", order.kind());
        return secret(kind(new ChannelSettings(name, said)));
    }

    /** Of what is there; without a kind that is known all of it is. */
    public Set<String> secret(ChannelSettings settings) {
        return Optional.ofNullable(kinds.get(settings.kind()))
                .map(ChannelKinds::secret)
                .orElseGet(() -> settings.values().keySet());
    }

    /** A web address holds secrets in most kinds. */
    private static Set<String> secret(ChannelKind kind) {
        var secret = new TreeSet<>(kind.secrets());
        secret.add("url");
        return secret;
    }

    /** The kind of a channel whose name and keys can be used; otherwise the start fails. */
    ChannelKind of(ChannelSettings settings) {
        if (!settings.name().matches(NAME)) {
            throw settings.wrong("kind", "has a name that cannot be used: take letters, digits, '-', '_' and '.'");
        }
        ChannelKind kind = kind(settings);
        var known = new TreeSet<>(kind.needs(settings));
        known.addAll(kind.takes());
        settings.values().keySet().stream()
                .filter(key -> !key.equals("kind") && !known.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw settings.wrong(key, "is unknown; a channel of kind " + kind.kind() + " has " + known);
                });
        return kind;
    }

    /** The first key that it lacks. */
    Optional<String> missing(ChannelKind kind, ChannelSettings settings) {
        var missing = new TreeSet<>(kind.needs(settings));
        missing.removeIf(key -> settings.find(key).isPresent());
        return missing.stream().findFirst();
    }

    private ChannelKind kind(ChannelSettings settings) {
        String word = settings.kind();
        return Optional.ofNullable(kinds.get(word))
                .orElseThrow(() -> settings.wrong("kind", "= " + word + " is unknown; known are " + kinds.keySet()));
    }
}
