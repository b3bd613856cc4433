package conveyarr.health;

import conveyarr.flow.http.ApiKey;
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
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Logins by an identity provider, when one is configured. */
@Startup
@Singleton
public class SingleSignOn {
    private static final String ADDRESS = "conveyarr.access.public-url";

    private final OidcConfig config;
    private final Optional<String> publicUrl;
    private final IdentityProvider provider;
    private final String mark;

    SingleSignOn(
            OidcConfig config, @ConfigProperty(name = ADDRESS) Optional<String> publicUrl, IdentityProvider provider) {
        this.config = config;
        this.publicUrl = publicUrl;
        this.provider = provider;
        this.mark = mark(config);
        if (on()) {
            address("conveyarr.access.oidc.url", config.url().orElseThrow());
            needed(
                    config.clientId(),
                    "conveyarr.access.oidc.client-id",
                    "the name that the provider knows Conveyarr by");
            needed(publicUrl, ADDRESS, "the address that the provider sends people back to");
            address(ADDRESS, publicUrl.orElseThrow());
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

    /** How long a login by the provider lasts. */
    public Duration session() {
        return config.session();
    }

    /** Stands for the settings under which the provider's word has its worth: other ones end the logins that rest on it. */
    public String mark() {
        return mark;
    }

    private static String mark(OidcConfig config) {
        String terms = Stream.of(
                        config.url(),
                        config.clientId(),
                        config.groupsClaim(),
                        new TreeSet<>(config.admins()),
                        new TreeSet<>(config.operators()),
                        config.usual())
                .map(String::valueOf)
                .collect(Collectors.joining("|"));
        return HexFormat.of().formatHex(ApiKey.digest(terms), 0, 8);
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
        String name = claims.name().orElseThrow(() -> new LoginRefused("The provider does not say who you are."));
        return new Person(
                name,
                new Groups(config.admins(), config.operators(), config.usual())
                        .role(claims.groups(config.groupsClaim())));
    }

    /** The address that people see, without a slash at its end. */
    public String publicUrl() {
        return publicUrl.orElseThrow().replaceFirst("/+$", "");
    }

    private URI back() {
        return URI.create(publicUrl() + "/login/oidc/back");
    }

    private static void address(String key, String url) {
        if (!url.matches("https?://[^\\s/?#]+\\S*")) {
            throw new IllegalArgumentException(
                    key + " is no address such as https://auth.example.org: \"" + url + "\"");
        }
    }

    private static void needed(Optional<String> value, String key, String meaning) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException(
                    "conveyarr.access.oidc.url is set and " + key + " is not: it is " + meaning);
        }
    }
}
