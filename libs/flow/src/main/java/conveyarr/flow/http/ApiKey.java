package conveyarr.flow.http;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The key of this installation; opens the API and the hook door. */
@Singleton
public final class ApiKey {
    private final byte[] digest;

    ApiKey(@ConfigProperty(name = "conveyarr.api-key") String key) {
        this.digest = digest(key);
    }

    /** Compares in constant time. */
    public boolean accepts(String offered) {
        return offered != null && MessageDigest.isEqual(digest, digest(offered));
    }

    /** The SHA-256 of a key: what is compared, so that not even the length of a key can be measured. */
    public static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
