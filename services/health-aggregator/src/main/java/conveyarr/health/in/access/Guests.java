package conveyarr.health.in.access;

import conveyarr.flow.http.ApiKey;
import conveyarr.health.Accounts;
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
import conveyarr.health.core.access.Visitor;
import conveyarr.health.core.access.Visitor.Proof;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who makes a call: by the API key, by the word of a trusted proxy, or by a session. */
@Singleton
class Guests {
    private static final Visitor KEY_HOLDER = new Visitor(Book.KEY_HOLDER, Role.ADMIN, Proof.KEY);
    private static final Visitor EVERYBODY = new Visitor("no login", Role.ADMIN, Proof.NONE);
    private static final String SESSION = "";

    private final AccessConfig config;
    private final Accounts accounts;
    private final ApiKey apiKey;
    private final Peer peer;
    private final SingleSignOn signOn;
    private final Cookies cookies;
    private final Seal seal;

    Guests(
            AccessConfig config,
            Accounts accounts,
            ApiKey apiKey,
            Peer peer,
            SingleSignOn signOn,
            Cookies cookies,
            @ConfigProperty(name = "conveyarr.api-key") String key) {
        this.config = config;
        this.accounts = accounts;
        this.apiKey = apiKey;
        this.peer = peer;
        this.signOn = signOn;
        this.cookies = cookies;
        this.seal = new Seal(ApiKey.digest("session|" + key));
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

    /** What a provider's word was worth under other settings, it is not worth under these. */
    Optional<Session> session(HttpServerRequest call) {
        return cookies.read(SESSION, call)
                .flatMap(found -> seal.session(found, Instant.now()))
                .filter(session ->
                        !(session.ground() instanceof ByProvider(var _, var mark)) || mark.equals(signOn.mark()));
    }

    NewCookie begin(Account account, HttpServerRequest call) {
        return begin(account.name(), new ByPassword(account.generation()), config.session(), call);
    }

    NewCookie beginByKey(HttpServerRequest call) {
        return begin(Book.KEY_HOLDER, new ByKey(), config.session(), call);
    }

    NewCookie begin(SingleSignOn.Person person, HttpServerRequest call) {
        return begin(person.name(), new ByProvider(person.role(), signOn.mark()), signOn.session(), call);
    }

    NewCookie end(HttpServerRequest call) {
        return cookies.remove(SESSION, call);
    }

    byte[] salt() {
        return cookies.chance();
    }

    int generation() {
        return cookies.number();
    }

    private NewCookie begin(String name, Ground ground, Duration length, HttpServerRequest call) {
        var session = new Session(cookies.word(), name, ground, Instant.now().plus(length));
        return cookies.write(SESSION, seal.cookie(session), length, call);
    }
}
