package conveyarr.health.out.oidc;

import conveyarr.health.OidcConfig;
import conveyarr.health.core.access.Claims;
import conveyarr.health.core.access.LoginRefused;
import conveyarr.health.core.access.Trip;
import conveyarr.health.out.oidc.IdToken.Expected;
import conveyarr.health.out.oidc.ProviderApi.Places;
import conveyarr.health.out.oidc.TokenApi.Tokens;
import conveyarr.upstream.Rest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Sends people to the provider and hears from it who they are: the authorization code flow with PKCE and nonce. */
@Singleton
public class IdentityProvider {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final OidcConfig config;
    private final String issuer;
    private final ProviderApi self;
    private volatile Provider lastKnown;

    /** Where it is to be asked for what, as it said {@code at} that time. */
    private record Provider(Places places, TokenApi tokens, KeysApi keys, Optional<PeopleApi> people, Instant at) {}

    /** Nothing is asked before somebody logs in. */
    IdentityProvider(OidcConfig config) {
        this.config = config;
        this.issuer = config.url().orElse("http://127.0.0.1").replaceFirst("/+$", "");
        this.self = open(ProviderApi.class, URI.create(issuer), Map.of());
    }

    public Uni<URI> way(Trip trip, URI back) {
        return provider().map(known -> UriBuilder.fromUri(known.places().login())
                .queryParam("response_type", "code")
                .queryParam("client_id", encoded(client()))
                .queryParam("redirect_uri", encoded(back.toString()))
                .queryParam("scope", encoded(config.scopes()))
                .queryParam("state", trip.state())
                .queryParam("nonce", trip.nonce())
                .queryParam("code_challenge", trip.challenge())
                .queryParam("code_challenge_method", "S256")
                .build());
    }

    /** What the provider says of the person that the code stands for. */
    public Uni<Claims> redeem(String code, Trip trip, URI back) {
        return provider()
                .chain(known -> known.tokens().redeem(form(code, trip, back)).chain(tokens -> known.keys()
                        .keys()
                        .map(keys -> IdToken.claims(
                                signed(tokens),
                                keys.toString(),
                                new Expected(known.places().issuer(), client(), trip.nonce())))
                        .chain(claims -> more(known, tokens, claims))));
    }

    private static Uni<Claims> more(Provider known, Tokens tokens, Map<String, Object> claims) {
        if (known.people().isEmpty() || tokens.access() == null) {
            return Uni.createFrom().item(new Claims(claims));
        }
        return known.people().get().who("Bearer " + tokens.access()).map(told -> {
            if (!claims.get("sub").equals(told.get("sub"))) {
                throw new LoginRefused("The provider says of two people that they are you.");
            }
            var all = new HashMap<>(told);
            all.putAll(claims);
            return new Claims(all);
        });
    }

    /** Asked at most once in a while: strangers may begin as many logins as they like. */
    private Uni<Provider> provider() {
        Provider known = lastKnown;
        return known != null && known.at().plus(FRESH).isAfter(Instant.now())
                ? Uni.createFrom().item(known)
                : self.places().map(this::checked).invoke(fresh -> lastKnown = fresh);
    }

    private Provider checked(Places places) {
        if (!places.whole() || !places.issuer().replaceFirst("/+$", "").equals(issuer)) {
            throw new LoginRefused(
                    "The provider calls itself otherwise than conveyarr.access.oidc.url does, or is none of OpenID Connect.");
        }
        return new Provider(
                places,
                open(TokenApi.class, places.tokens(), secret()),
                open(KeysApi.class, places.keys(), Map.of()),
                Optional.ofNullable(places.people()).map(at -> open(PeopleApi.class, at, Map.of())),
                Instant.now());
    }

    private Form form(String code, Trip trip, URI back) {
        var form = new Form()
                .param("grant_type", "authorization_code")
                .param("code", code)
                .param("redirect_uri", back.toString())
                .param("code_verifier", trip.verifier());
        return config.clientSecret().isPresent() ? form : form.param("client_id", client());
    }

    private Map<String, String> secret() {
        return config.clientSecret()
                .map(secret -> encoded(client()) + ":" + encoded(secret))
                .map(pair -> "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .map(header -> Map.of("Authorization", header))
                .orElseGet(Map::of);
    }

    private String client() {
        return config.clientId().orElseThrow();
    }

    private static String signed(Tokens tokens) {
        return Optional.ofNullable(tokens.id())
                .orElseThrow(() -> new LoginRefused("The provider signed nothing: the scope openid is missing."));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static <A> A open(Class<A> api, URI at, Map<String, String> headers) {
        return Rest.open(api, new Rest.Place("identity provider", at, LIMIT), headers);
    }
}
