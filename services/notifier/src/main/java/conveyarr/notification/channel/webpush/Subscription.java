package conveyarr.notification.channel.webpush;

import conveyarr.flow.wire.Json;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A browser's {@code PushSubscription} as its {@code toJSON()} writes it. */
record Subscription(URI endpoint, Keys keys) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int AUTH_LENGTH = 16;
    private static final int SHORTEST_SECRET = 8;

    record Keys(String p256dh, String auth) {}

    /** Throws {@link IllegalArgumentException} when it is none. */
    static Subscription of(String json) {
        var read = Json.read(json, Subscription.class);
        if (read == null || read.endpoint == null || read.endpoint.getHost() == null || read.keys == null) {
            throw new IllegalArgumentException("it lacks endpoint or keys");
        }
        boolean safe = "https".equals(read.endpoint.getScheme())
                || "127.0.0.1".equals(read.endpoint.getHost()) && "http".equals(read.endpoint.getScheme());
        if (!safe) {
            throw new IllegalArgumentException("its endpoint is no https address");
        }
        read.encryption();
        return read;
    }

    static Optional<String> wrong(String json) {
        try {
            of(json);
            return Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.of(
                    "must be the JSON of a browser's push subscription: an https endpoint, and keys with p256dh and auth");
        }
    }

    byte[] encrypt(byte[] text) {
        byte[] salt = new byte[Encryption.SALT_LENGTH];
        RANDOM.nextBytes(salt);
        try {
            return encryption().of(text, Curve.pair(), salt);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK encrypts so", e);
        }
    }

    /** Whoever knows these can send to the browser. */
    Set<String> secrets() {
        var words = new HashSet<>(List.of(keys.auth, keys.p256dh, endpoint.getRawPath()));
        Arrays.stream(endpoint.getRawPath().split("/"))
                .filter(part -> part.length() >= SHORTEST_SECRET)
                .forEach(words::add);
        return words;
    }

    private Encryption encryption() {
        try {
            byte[] auth = Base64.getUrlDecoder().decode(keys.auth);
            if (auth.length != AUTH_LENGTH) {
                throw new IllegalArgumentException("its auth is not 16 bytes long");
            }
            return new Encryption(Curve.publicKey(Base64.getUrlDecoder().decode(keys.p256dh)), auth);
        } catch (GeneralSecurityException | NullPointerException e) {
            throw new IllegalArgumentException("its keys are none", e);
        }
    }
}
