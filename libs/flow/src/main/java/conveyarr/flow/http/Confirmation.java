package conveyarr.flow.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes sure that a person has seen what an action does before it is done: the dry run gives a token that fits only the same action on the
 * same subject with the same steps. Nothing is stored, so it holds over restarts and replicas.
 */
@Singleton
public final class Confirmation {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final String MAC = "HmacSHA256";

    private final SecretKeySpec key;

    public Confirmation(@ConfigProperty(name = "conveyarr.api-key") String apiKey) {
        this.key = new SecretKeySpec(ApiKey.digest("confirm|" + apiKey), MAC);
    }

    /** The answer to a dry run. {@code action} names the action and its subject, such as {@code restart gluetun}. */
    public Plan plan(String action, List<Plan.Step> steps, Instant now) {
        return new Plan(List.copyOf(steps), token(action, steps, now.plus(LIFE).getEpochSecond()));
    }

    /** Whether the token is of a dry run of this action with these steps, and not too old. */
    public boolean confirms(String token, String action, List<Plan.Step> steps, Instant now) {
        int dot = token == null ? -1 : token.indexOf('.');
        if (dot < 1 || !token.substring(0, dot).matches("[0-9]{1,12}")) {
            return false;
        }
        long until = Long.parseLong(token.substring(0, dot));
        byte[] right = token(action, steps, until).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(right, token.getBytes(StandardCharsets.UTF_8)) && now.getEpochSecond() <= until;
    }

    /** The answer to an action without a fitting token. */
    public static Response missing() {
        return Problem.answer(
                Response.Status.PRECONDITION_REQUIRED,
                "This action needs the confirmToken of a dry run of the same action.",
                "Ask with dryRun=true first, look at what it would do, and send its confirmToken within ten minutes;"
                        + " when the plan has changed meanwhile, ask again.");
    }

    private String token(String action, List<Plan.Step> steps, long until) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            mac.update(ByteBuffer.allocate(Long.BYTES).putLong(until).array());
            mac.update((action + "\n" + steps).getBytes(StandardCharsets.UTF_8));
            return until + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + MAC, e);
        }
    }
}
