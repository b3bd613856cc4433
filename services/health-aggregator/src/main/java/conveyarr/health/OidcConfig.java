package conveyarr.health;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** An identity provider that logs people in by OpenID Connect, such as Authelia, Authentik, Keycloak or Pocket ID. */
@ConfigMapping(prefix = "conveyarr.access.oidc")
public interface OidcConfig extends GroupsConfig {
    /** Its issuer, {@code https://auth.example.org}: below it is {@code /.well-known/openid-configuration}. */
    Optional<String> url();

    Optional<String> clientId();

    /** Not for a public client, which PKCE is enough for. */
    Optional<String> clientSecret();

    @WithDefault("openid profile email groups")
    String scopes();

    /** Which claim has the groups; a dot leads into another: {@code realm_access.roles}. */
    @WithDefault("groups")
    String groupsClaim();

    /** What the button of the login page names. */
    @WithDefault("your account")
    String label();

    /** Whether the login page leads there by itself. {@code /login?local=yes} shows the page all the same. */
    @WithDefault("false")
    boolean autoRedirect();

    /** How long such a login lasts: who loses a group keeps its role until then. */
    @WithDefault("12h")
    Duration session();
}
