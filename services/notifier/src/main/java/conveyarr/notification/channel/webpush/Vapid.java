package conveyarr.notification.channel.webpush;

import conveyarr.flow.wire.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Says who we are to a push service: a token (RFC 7519) that is signed with ES256, as RFC 8292 has it. */
final class Vapid {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    /** At most 24 hours; less forgives clocks that are apart. */
    private static final Duration GOOD_FOR = Duration.ofHours(12);

    private final PrivateKey key;
    private final String publicKey;

    private Vapid(PrivateKey key, String publicKey) {
        this.key = key;
        this.publicKey = publicKey;
    }

    /** Throws {@link IllegalArgumentException} when these are no pair. */
    static Vapid of(String privateKey, String publicKey) {
        try {
            var own = Curve.privateKey(decoded(privateKey));
            byte[] point = decoded(publicKey);
            byte[] words = "a pair?".getBytes(StandardCharsets.UTF_8);
            var check = Signature.getInstance("SHA256withECDSAinP1363Format");
            check.initVerify(Curve.publicKey(point));
            check.update(words);
            if (!check.verify(sign(own, words))) {
                throw new IllegalArgumentException("no pair");
            }
            return new Vapid(own, BASE64.encodeToString(point));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no keys", e);
        }
    }

    /** The value of the header {@code Authorization} for this push service. */
    String authorization(URI endpoint, String contact, Instant now) {
        String audience = endpoint.getScheme() + "://" + endpoint.getRawAuthority();
        var claims = new TreeMap<String, Object>(
                Map.of("aud", audience, "exp", now.plus(GOOD_FOR).getEpochSecond(), "sub", contact));
        String text = encoded("{\"typ\":\"JWT\",\"alg\":\"ES256\"}") + "." + encoded(Json.write(claims));
        try {
            byte[] signature = sign(key, text.getBytes(StandardCharsets.US_ASCII));
            return "vapid t=" + text + "." + BASE64.encodeToString(signature) + ", k=" + publicKey;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("it could sign at start", e);
        }
    }

    private static byte[] sign(PrivateKey key, byte[] text) throws GeneralSecurityException {
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key);
        signature.update(text);
        return signature.sign();
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
