package conveyarr.request.core;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A connection as somebody wants it saved. {@code sealed} holds the key or password of the dry run of the same order, for whoever did not keep
 * them; {@code saveAnyway} saves one whose test was not good.
 */
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
        String confirmToken) {

    /** Throws {@link IllegalArgumentException} with a sentence for people. */
    public static String name(String name) {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException(
                    "The name of a connection is up to 40 small letters, digits and '-', such as radarr-4k.");
        }
        return name;
    }

    /** All but the secrets, by the names that they have in the config. */
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

    /** What was typed of them; nothing when it is to stay as it is. */
    public Map<String, String> secrets() {
        var settings = new TreeMap<String, String>();
        put(settings, "api-key", apiKey);
        put(settings, "password", password);
        return settings;
    }

    /**
     * Of what is saved under this name, the key and password, when the address and the user are the same: a key is never sent to a place for
     * which it was not given.
     */
    public Map<String, String> kept(Optional<Map<String, String>> saved) {
        var kept = new TreeMap<String, String>();
        saved.filter(before -> same(before, "url") && same(before, "username")).ifPresent(before -> {
            put(kept, "api-key", before.get("api-key"));
            put(kept, "password", before.get("password"));
        });
        return kept;
    }

    /** For what a seal is good. */
    public String subject(String name) {
        return name + " " + open().get("url");
    }

    private boolean same(Map<String, String> before, String setting) {
        return before.getOrDefault(setting, "").equals(open().getOrDefault(setting, ""));
    }

    private static void put(Map<String, String> settings, String key, String value) {
        if (value != null && !value.isBlank()) {
            settings.put(key, value.strip());
        }
    }
}
