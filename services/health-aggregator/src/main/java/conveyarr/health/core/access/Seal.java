package conveyarr.health.core.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes a cookie that nobody can change, and reads it again. Another key reads nothing: what is sealed for one purpose is nothing for another,
 * and a new API key ends all sessions.
 */
public final class Seal {
    private static final String MAC = "HmacSHA256";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;

    public Seal(byte[] key) {
        this.key = new SecretKeySpec(key, MAC);
    }

    public String cookie(Session session) {
        return sealed(session.text());
    }

    public String cookie(Trip trip) {
        return sealed(trip.text());
    }

    public Optional<Session> session(String cookie, Instant now) {
        return opened(cookie).map(Session::of).filter(session -> now.isBefore(session.until()));
    }

    public Optional<Trip> trip(String cookie, Instant now) {
        return opened(cookie).map(Trip::of).filter(trip -> now.isBefore(trip.until()));
    }

    private String sealed(String text) {
        String body = ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return body + "." + mac(body);
    }

    private Optional<String> opened(String cookie) {
        String[] parts = cookie.split("\\.", 2);
        return parts.length == 2 && same(mac(parts[0]), parts[1])
                ? Optional.of(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static boolean same(String right, String offered) {
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
    }

    private String mac(String body) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return ENCODER.encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + MAC, e);
        }
    }
}
