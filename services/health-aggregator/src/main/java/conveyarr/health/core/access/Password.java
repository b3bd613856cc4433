package conveyarr.health.core.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A password as it is kept: salted and stretched (PBKDF2 with HMAC-SHA-256, 600,000 rounds as OWASP advises). */
public record Password(String kept) {
    private static final int ROUNDS = 600_000;
    private static final int BITS = 256;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;

    /** What is wrong with it as a new one, as a sentence. */
    public static Optional<String> wrong(String password) {
        return password.length() < SHORTEST || password.length() > LONGEST
                ? Optional.of("A password has " + SHORTEST + " to " + LONGEST + " characters.")
                : Optional.empty();
    }

    public static Password of(String password, byte[] salt) {
        var encoder = Base64.getEncoder().withoutPadding();
        return new Password(ROUNDS + ":" + encoder.encodeToString(salt) + ":"
                + encoder.encodeToString(stretched(password, salt, ROUNDS)));
    }

    public boolean is(String password) {
        String[] parts = kept.split(":");
        byte[] salt = Base64.getDecoder().decode(parts[1]);
        byte[] right = Base64.getDecoder().decode(parts[2]);
        return password.length() <= LONGEST
                && MessageDigest.isEqual(stretched(password, salt, Integer.parseInt(parts[0])), right);
    }

    /** Takes as long as a real one, and is nobody's: so that the time does not tell which names exist. */
    public static boolean burn(String password) {
        return stretched(password.substring(0, Math.min(password.length(), LONGEST)), new byte[16], ROUNDS).length == 0;
    }

    private static byte[] stretched(String password, byte[] salt, int rounds) {
        try {
            var spec = new PBEKeySpec(password.toCharArray(), salt, rounds, BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2", e);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
