package conveyarr.flow.http;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A key that opens something; the injected one is the key of this installation, for the API and the hook door. */
@Singleton
public final class ApiKey {
    private final byte[] key;

    public ApiKey(@ConfigProperty(name = "conveyarr.api-key") String key) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    /** Takes a time that depends on the length of what is offered alone: so {@link MessageDigest#isEqual} says of its first argument. */
    public boolean accepts(String offered) {
        return offered != null && MessageDigest.isEqual(offered.getBytes(StandardCharsets.UTF_8), key);
    }

    /** The SHA-256 of a key, for what is derived from it. */
    public static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
