package conveyarr.notification.channel;

import conveyarr.flow.config.Saving;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** An order to save a channel, by somebody who knows which of its settings are {@code secret}. */
public record ChannelSaving(ChannelOrder order, Set<String> secret) implements Saving {
    /** What says to whom a secret is told, and how. */
    private static final List<String> PLACE = List.of("kind", "url", "host", "port", "tls", "trust", "user");

    @Override
    public Map<String, String> open() {
        var open = only(order.settings(), key -> !secret.contains(key));
        if (order.kind() != null && !order.kind().isBlank()) {
            open.put("kind", order.kind().strip());
        }
        return open;
    }

    @Override
    public Map<String, String> secrets() {
        return only(order.settings(), secret::contains);
    }

    /** The secrets that were not typed, as long as whoever is told them is the same: none is sent to a place for which it was not given. */
    @Override
    public Map<String, String> kept(String name, Map<String, String> typed, Optional<Map<String, String>> saved) {
        return saved.filter(before -> PLACE.stream().allMatch(key -> same(name, key, typed, before)))
                .map(before -> only(before, key -> secret.contains(key) && !typed.containsKey(key)))
                .orElseGet(TreeMap::new);
    }

    @Override
    public String subject(String name) {
        var told = new StringBuilder(name);
        PLACE.forEach(key -> told.append('\n').append(value(name, open(), key)));
        return told.toString();
    }

    @Override
    public String summary(Map<String, String> settings) {
        String secrets = secret.stream().anyMatch(settings::containsKey) ? " with its secrets" : "";
        return " as a channel" + secrets;
    }

    @Override
    public String sealed() {
        return order.sealed();
    }

    @Override
    public boolean dryRun() {
        return order.dryRun();
    }

    @Override
    public boolean saveAnyway() {
        return order.saveAnyway();
    }

    @Override
    public String confirmToken() {
        return order.confirmToken();
    }

    /** A secret that was left empty is to stay as it is. */
    private boolean same(String name, String key, Map<String, String> typed, Map<String, String> before) {
        String was = value(name, before, key);
        return secret.contains(key)
                ? typed.getOrDefault(key, was).equals(was)
                : value(name, open(), key).equals(was);
    }

    /** The name is the kind where none is said. */
    private static String value(String name, Map<String, String> settings, String key) {
        return settings.getOrDefault(key, key.equals("kind") ? name : "");
    }

    private static Map<String, String> only(Map<String, String> settings, Predicate<String> wanted) {
        var some = new TreeMap<String, String>();
        settings.forEach((key, value) -> {
            if (wanted.test(key)) {
                some.put(key, value);
            }
        });
        return some;
    }
}
