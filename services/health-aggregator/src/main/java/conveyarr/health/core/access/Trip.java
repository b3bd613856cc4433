package conveyarr.health.core.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;

/**
 * The way of a browser to an identity provider and back (OpenID Connect, authorization code with PKCE, RFC 7636): {@code state} has to come back
 * with it, {@code nonce} in what the provider signs, and only who knows the {@code verifier} can redeem the code.
 */
public record Trip(String state, String nonce, String verifier, Instant until) {
    /** What the provider gets to see of the verifier (S256). */
    public String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    String text() {
        return state + "|" + nonce + "|" + verifier + "|" + until.getEpochSecond();
    }

    static Trip of(String text) {
        String[] parts = text.split("\\|", 4);
        return new Trip(parts[0], parts[1], parts[2], Instant.ofEpochSecond(Long.parseLong(parts[3])));
    }
}
