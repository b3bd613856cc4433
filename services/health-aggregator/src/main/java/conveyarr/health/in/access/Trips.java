package conveyarr.health.in.access;

import conveyarr.flow.http.ApiKey;
import conveyarr.health.core.access.Seal;
import conveyarr.health.core.access.Trip;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The ways to the identity provider that are under way, each kept by its own browser. */
@Singleton
class Trips {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final String PURPOSE = "_way";

    private final Cookies cookies;
    private final Seal seal;

    Trips(Cookies cookies, @ConfigProperty(name = "conveyarr.api-key") String key) {
        this.cookies = cookies;
        this.seal = new Seal(ApiKey.digest("trip|" + key));
    }

    Trip begin() {
        return new Trip(
                cookies.word(),
                cookies.word(),
                cookies.word() + cookies.word(),
                Instant.now().plus(LONGEST));
    }

    Optional<Trip> of(HttpServerRequest call) {
        return cookies.read(PURPOSE, call).flatMap(found -> seal.trip(found, Instant.now()));
    }

    NewCookie depart(Trip trip, HttpServerRequest call) {
        return cookies.write(PURPOSE, seal.cookie(trip), LONGEST, call);
    }

    NewCookie arrive(HttpServerRequest call) {
        return cookies.remove(PURPOSE, call);
    }
}
