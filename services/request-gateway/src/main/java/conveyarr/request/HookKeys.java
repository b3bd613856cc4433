package conveyarr.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import conveyarr.flow.http.ApiKey;
import conveyarr.upstream.Upstreams;
import conveyarr.upstream.UpstreamsConfig.Entry;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The key that the hooks of one instance bring: its configured {@code hook-key}, or one that is made of the API key. A program that we set up
 * gets this one, with which it can bring its own hooks and nothing else.
 */
@Singleton
public class HookKeys {
    private static final String HMAC = "HmacSHA256";

    private final Upstreams upstreams;
    private final String apiKey;
    private final SecretKeySpec root;

    HookKeys(Upstreams upstreams, @ConfigProperty(name = "conveyarr.api-key") String apiKey) {
        this.upstreams = upstreams;
        this.apiKey = apiKey;
        this.root = new SecretKeySpec(ApiKey.digest("hooks|" + apiKey), HMAC);
    }

    public String of(String instance) {
        return upstreams
                .entry(instance)
                .flatMap(Entry::hookKey)
                .filter(key -> !key.isBlank())
                .map(String::strip)
                .orElseGet(() -> made(instance));
    }

    /** Those that open the door of this instance. */
    public Set<String> allOf(String instance) {
        return Set.copyOf(List.of(of(instance), apiKey.strip()));
    }

    private String made(String instance) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(root);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(instance.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }
}
