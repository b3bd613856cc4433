package conveyarr.health;

import conveyarr.health.core.access.Claims;
import conveyarr.health.core.access.Groups;
import conveyarr.health.core.access.LoginRefused;
import conveyarr.health.core.access.Role;
import conveyarr.health.core.access.Trip;
import conveyarr.health.out.oidc.IdentityProvider;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Logins by an identity provider, when one is configured. */
@Startup
@Singleton
public class SingleSignOn {
    private static final String ADDRESS = "conveyarr.access.public-url";

    private final OidcConfig config;
    private final Optional<String> publicUrl;
    private final IdentityProvider provider;

    SingleSignOn(
            OidcConfig config, @ConfigProperty(name = ADDRESS) Optional<String> publicUrl, IdentityProvider provider) {
        this.config = config;
        this.publicUrl = publicUrl;
        this.provider = provider;
        if (on()) {
            needed(
                    config.clientId(),
                    "conveyarr.access.oidc.client-id",
                    "the name that the provider knows Conveyarr by");
            needed(publicUrl, ADDRESS, "the address that the provider sends people back to");
        }
    }

    /** Who somebody is, and what the provider's word is worth. */
    public record Person(String name, Role role) {}

    public boolean on() {
        return config.url().isPresent();
    }

    /** What the button says; empty without a provider. */
    public Optional<String> label() {
        return on() ? Optional.of(config.label()) : Optional.empty();
    }

    public boolean automatic() {
        return on() && config.autoRedirect();
    }

    /** Where the browser has to go. */
    public Uni<URI> way(Trip trip) {
        return provider.way(trip, back());
    }

    /** Fails with {@link LoginRefused}, or with an {@code UpstreamTrouble} when the provider is in trouble. */
    public Uni<Person> person(String code, Trip trip) {
        return provider.redeem(code, trip, back()).map(this::person);
    }

    private Person person(Claims claims) {
        var groups = new Groups(config.admins(), config.operators(), config.usual());
        String name = claims.name().orElseThrow(() -> new LoginRefused("The provider does not say who you are."));
        return new Person(name, groups.role(claims.groups(config.groupsClaim())));
    }

    private URI back() {
        return URI.create(publicUrl.orElseThrow().replaceFirst("/+$", "") + "/login/oidc/back");
    }

    private static void needed(Optional<String> value, String key, String meaning) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException(
                    "conveyarr.access.oidc.url is set and " + key + " is not: it is " + meaning);
        }
    }
}
