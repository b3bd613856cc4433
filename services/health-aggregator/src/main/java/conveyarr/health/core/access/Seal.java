package conveyarr.health.core.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes a session a cookie that nobody can change, and reads it again. Another key reads nothing, so a new API key ends all sessions. */
public final class Seal {
    private static final String MAC = "HmacSHA256";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;

    public Seal(byte[] key) {
        this.key = new SecretKeySpec(key, MAC);
    }

    public String cookie(Session session) {
        String text = session.id() + "|" + session.generation() + "|"
                + session.until().getEpochSecond() + "|" + session.name();
        String body = ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return body + "." + mac(body);
    }

    public Optional<Session> read(String cookie, Instant now) {
        String[] parts = cookie.split("\\.", 2);
        if (parts.length < 2 || !same(mac(parts[0]), parts[1])) {
            return Optional.empty();
        }
        String[] text = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8).split("\\|", 4);
        var until = Instant.ofEpochSecond(Long.parseLong(text[2]));
        return Optional.of(new Session(text[0], text[3], Integer.parseInt(text[1]), until))
                .filter(session -> now.isBefore(session.until()));
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
