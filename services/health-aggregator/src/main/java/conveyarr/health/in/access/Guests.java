package conveyarr.health.in.access;

import conveyarr.flow.http.ApiKey;
import conveyarr.health.Accounts;
import conveyarr.health.OidcConfig;
import conveyarr.health.SingleSignOn;
import conveyarr.health.core.access.Account;
import conveyarr.health.core.access.Book;
import conveyarr.health.core.access.Ground;
import conveyarr.health.core.access.Ground.ByKey;
import conveyarr.health.core.access.Ground.ByPassword;
import conveyarr.health.core.access.Ground.ByProvider;
import conveyarr.health.core.access.Role;
import conveyarr.health.core.access.Seal;
import conveyarr.health.core.access.Session;
import conveyarr.health.core.access.Trip;
import conveyarr.health.core.access.Visitor;
import conveyarr.health.core.access.Visitor.Proof;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who makes a call: by the API key, by the word of a trusted proxy, or by a session. */
@Singleton
class Guests {
    private static final Visitor KEY_HOLDER = new Visitor(Book.KEY_HOLDER, Role.ADMIN, Proof.KEY);
    private static final Duration TRIP = Duration.ofMinutes(10);
    private static final String ON_THE_WAY = "_way";
    private static final Visitor EVERYBODY = new Visitor("no login", Role.ADMIN, Proof.NONE);

    private final AccessConfig config;
    private final Accounts accounts;
    private final ApiKey apiKey;
    private final Peer peer;
    private final OidcConfig oidc;
    private final Seal seal;
    private final Seal tripSeal;
    /** Cookies know no ports: two installations on one machine must not end each other's sessions. */
    private final String cookie;

    private final SecureRandom random = new SecureRandom();

    Guests(
            AccessConfig config,
            OidcConfig oidc,
            Accounts accounts,
            ApiKey apiKey,
            Peer peer,
            @ConfigProperty(name = "conveyarr.api-key") String key) {
        this.config = config;
        this.oidc = oidc;
        this.accounts = accounts;
        this.apiKey = apiKey;
        this.peer = peer;
        this.seal = new Seal(ApiKey.digest("session|" + key));
        this.tripSeal = new Seal(ApiKey.digest("trip|" + key));
        this.cookie = "conveyarr_" + HexFormat.of().formatHex(ApiKey.digest("cookie|" + key), 0, 4);
    }

    Uni<Optional<Visitor>> visitor(HttpServerRequest call) {
        if (config.mode() == AccessConfig.Mode.NONE) {
            return Uni.createFrom().item(Optional.of(EVERYBODY));
        }
        if (apiKey.accepts(call.getHeader("X-Api-Key"))) {
            return Uni.createFrom().item(Optional.of(KEY_HOLDER));
        }
        var proxied = peer.visitor(call);
        return proxied.isPresent()
                ? Uni.createFrom().item(proxied)
                : session(call)
                        .map(session -> accounts.book().map(book -> book.visitor(session)))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    Optional<Session> session(HttpServerRequest call) {
        return Optional.ofNullable(call.getCookie(cookie))
                .flatMap(found -> seal.session(found.getValue(), Instant.now()));
    }

    NewCookie begin(Account account, HttpServerRequest call) {
        return begin(account.name(), new ByPassword(account.generation()), config.session(), call);
    }

    NewCookie beginByKey(HttpServerRequest call) {
        return begin(Book.KEY_HOLDER, new ByKey(), config.session(), call);
    }

    NewCookie begin(SingleSignOn.Person person, HttpServerRequest call) {
        return begin(person.name(), new ByProvider(person.role()), oidc.session(), call);
    }

    NewCookie end(HttpServerRequest call) {
        return cookie(cookie, "", Duration.ZERO, call);
    }

    /** A new way to the identity provider. */
    Trip trip() {
        return new Trip(hex(), hex(), hex() + hex(), Instant.now().plus(TRIP));
    }

    Optional<Trip> trip(HttpServerRequest call) {
        return Optional.ofNullable(call.getCookie(cookie + ON_THE_WAY))
                .flatMap(found -> tripSeal.trip(found.getValue(), Instant.now()));
    }

    NewCookie depart(Trip trip, HttpServerRequest call) {
        return cookie(cookie + ON_THE_WAY, tripSeal.cookie(trip), TRIP, call);
    }

    NewCookie arrive(HttpServerRequest call) {
        return cookie(cookie + ON_THE_WAY, "", Duration.ZERO, call);
    }

    byte[] salt() {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return salt;
    }

    int generation() {
        return random.nextInt(Integer.MAX_VALUE);
    }

    private String hex() {
        return HexFormat.of().formatHex(salt());
    }

    private NewCookie begin(String name, Ground ground, Duration length, HttpServerRequest call) {
        var session = new Session(hex(), name, ground, Instant.now().plus(length));
        return cookie(cookie, seal.cookie(session), length, call);
    }

    private NewCookie cookie(String name, String value, Duration age, HttpServerRequest call) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge((int) age.toSeconds())
                .httpOnly(true)
                .secure(peer.https(call))
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
