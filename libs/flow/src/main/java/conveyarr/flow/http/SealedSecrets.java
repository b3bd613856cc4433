package conveyarr.flow.http;

import conveyarr.flow.wire.Json;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hides what a person typed from the page that comes between a dry run and its confirmation: it carries a text that only this installation can
 * open, and only for the same subject. Nothing is stored, so it holds over restarts and replicas.
 */
@Singleton
public final class SealedSecrets {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    public SealedSecrets(@ConfigProperty(name = "conveyarr.api-key") String apiKey) {
        this.key = new SecretKeySpec(ApiKey.digest("sealed|" + apiKey), "AES");
    }

    public String seal(Map<String, String> secrets, String subject) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed =
                turn(Cipher.ENCRYPT_MODE, nonce, subject, Json.write(secrets).getBytes(StandardCharsets.UTF_8));
        byte[] whole = ByteBuffer.allocate(NONCE + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** Throws {@link IllegalArgumentException} when it was not sealed here, or for another subject. */
    public Map<String, String> open(String sealed, String subject) {
        byte[] whole = Base64.getUrlDecoder().decode(sealed);
        if (whole.length <= NONCE) {
            throw foreign(null);
        }
        byte[] nonce = Arrays.copyOf(whole, NONCE);
        byte[] text = turn(Cipher.DECRYPT_MODE, nonce, subject, Arrays.copyOfRange(whole, NONCE, whole.length));
        return Json.readMap(new String(text, StandardCharsets.UTF_8));
    }

    private byte[] turn(int mode, byte[] nonce, String subject, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(subject.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw foreign(e);
        }
    }

    private static IllegalArgumentException foreign(GeneralSecurityException cause) {
        return new IllegalArgumentException("What is sealed belongs to another form. Enter the key again.", cause);
    }
}
