package conveyarr.health.in.access;

import conveyarr.flow.http.ApiKey;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The cookies of this installation. Cookies know no ports: two on one machine must not end each other's sessions. */
@Singleton
class Cookies {
    private final Peer peer;
    private final String name;
    private final SecureRandom random = new SecureRandom();

    Cookies(Peer peer, @ConfigProperty(name = "conveyarr.api-key") String key) {
        this.peer = peer;
        this.name = "conveyarr_" + HexFormat.of().formatHex(ApiKey.digest("cookie|" + key), 0, 4);
    }

    /** {@code purpose} tells several of one browser apart, and is empty for the session. */
    Optional<String> read(String purpose, HttpServerRequest call) {
        return Optional.ofNullable(call.getCookie(name + purpose)).map(found -> found.getValue());
    }

    NewCookie write(String purpose, String value, Duration age, HttpServerRequest call) {
        return new NewCookie.Builder(name + purpose)
                .value(value)
                .path("/")
                .maxAge((int) age.toSeconds())
                .httpOnly(true)
                .secure(peer.https(call))
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    NewCookie remove(String purpose, HttpServerRequest call) {
        return write(purpose, "", Duration.ZERO, call);
    }

    /** What nobody can guess: 16 bytes. */
    byte[] chance() {
        byte[] chance = new byte[16];
        random.nextBytes(chance);
        return chance;
    }

    /** The same as text. */
    String word() {
        return HexFormat.of().formatHex(chance());
    }

    int number() {
        return random.nextInt(Integer.MAX_VALUE);
    }
}
