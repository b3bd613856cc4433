package conveyarr.request.core;

import conveyarr.flow.config.Saving;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A connection as somebody wants it saved. */
public record SaveOrder(
        String kind,
        String url,
        String username,
        String apiKey,
        String password,
        String healthUrl,
        Boolean behindVpn,
        Boolean required,
        String sealed,
        boolean dryRun,
        boolean saveAnyway,
        String confirmToken)
        implements Saving {
    /** What says to whom a secret is told. */
    private static final List<String> PLACE = List.of("kind", "url", "health-url", "username");

    private static final Set<String> SECRETS = Set.of("api-key", "password", "hook-key");
    private static final Set<String> SAID = Set.of("kind", "url", "health-url", "username", "behind-vpn", "required");

    @Override
    public Map<String, String> open() {
        var settings = new TreeMap<String, String>();
        put(settings, "kind", kind);
        put(settings, "url", url);
        put(settings, "username", username);
        put(settings, "health-url", healthUrl);
        put(settings, "behind-vpn", behindVpn == null ? null : behindVpn.toString());
        put(settings, "required", required == null ? null : required.toString());
        return settings;
    }

    @Override
    public Map<String, String> secrets() {
        var settings = new TreeMap<String, String>();
        put(settings, "api-key", apiKey);
        put(settings, "password", password);
        return settings;
    }

    /**
     * What no order can say, as long as it is the same kind of program; and the secrets, when
     * the addresses and the user are the same as well: a key is never sent to a place for which it was not given.
     */
    @Override
    public Map<String, String> kept(String name, Map<String, String> typed, Optional<Map<String, String>> saved) {
        var kept = new TreeMap<String, String>();
        saved.filter(before -> same(name, before, "kind")).ifPresent(before -> {
            boolean samePlace = PLACE.stream().allMatch(setting -> same(name, before, setting));
            before.forEach((setting, value) -> {
                if (!SAID.contains(setting) && (samePlace || !SECRETS.contains(setting))) {
                    kept.put(setting, value);
                }
            });
        });
        return kept;
    }

    @Override
    public String summary(Map<String, String> settings) {
        String secrets = Stream.of("api-key", "password").anyMatch(settings::containsKey) ? " with its key" : "";
        return " at " + settings.get("url") + secrets;
    }

    @Override
    public String subject(String name) {
        var told = new StringBuilder(name);
        PLACE.forEach(setting -> told.append('\n').append(value(name, open(), setting)));
        return told.toString();
    }

    private boolean same(String name, Map<String, String> before, String setting) {
        return value(name, before, setting).equals(value(name, open(), setting));
    }

    /** The name is the kind where none is said. */
    private static String value(String name, Map<String, String> settings, String setting) {
        return settings.getOrDefault(setting, setting.equals("kind") ? name : "");
    }

    private static void put(Map<String, String> settings, String key, String value) {
        if (value != null && !value.isBlank()) {
            settings.put(key, value.strip());
        }
    }

    /** Without the secrets, also without those that are sealed. */
    @Override
    public String toString() {
        return "SaveOrder " + open();
    }
}
