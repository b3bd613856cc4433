package conveyarr.health;

import conveyarr.flow.config.PlainEnvironment;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code OIDC_URL}, {@code OIDC_CLIENT_ID}, {@code OIDC_CLIENT_SECRET_FILE} become {@code conveyarr.access.oidc.…}, {@code PUBLIC_URL} becomes {@code conveyarr.access.public-url}. */
public final class OidcEnvironment extends PlainEnvironment {
    private static final long serialVersionUID = 1L;
    private static final Set<String> KEYS = Set.of("URL", "CLIENT_ID", "CLIENT_SECRET", "AUTO_REDIRECT", "LABEL");

    public OidcEnvironment() {
        this(System.getenv());
    }

    OidcEnvironment(Map<String, String> environment) {
        super("identity provider from the plain environment", environment, OidcEnvironment::key);
    }

    private static Optional<String> key(String word, String key) {
        if (word.equals("PUBLIC") && key.equals("URL")) {
            return Optional.of("conveyarr.access.public-url");
        }
        return word.equals("OIDC") && KEYS.contains(key)
                ? Optional.of(
                        "conveyarr.access.oidc." + key.toLowerCase(Locale.ROOT).replace('_', '-'))
                : Optional.empty();
    }
}
