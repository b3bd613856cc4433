package conveyarr.request.in;

import conveyarr.flow.http.ApiKey;
import conveyarr.request.HookKeys;
import conveyarr.upstream.Upstreams;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides who may bring hooks: whoever shows the instance's own hook key or the API key. All comparisons take the same time. */
@Singleton
class Gate {
    private static final byte[] NOBODY = new byte[32];

    private final ApiKey apiKey;
    private final Map<String, byte[]> instances = new HashMap<>();

    enum Decision {
        OPEN,
        NO_KEY,
        WRONG_KEY,
        /** Told to those alone who have the API key, so that nobody can try out names. */
        UNKNOWN_INSTANCE
    }

    Gate(ApiKey apiKey, Upstreams upstreams, HookKeys keys) {
        this.apiKey = apiKey;
        upstreams.names().forEach(name -> instances.put(name, ApiKey.digest(keys.of(name))));
    }

    Decision check(String instance, HttpServerRequest request) {
        List<String> offered = OfferedKeys.of(request);
        boolean known = instances.containsKey(instance);
        byte[] own = instances.getOrDefault(instance, NOBODY);
        boolean isOwn = false;
        boolean isApi = false;
        for (String key : offered) {
            isOwn |= MessageDigest.isEqual(own, ApiKey.digest(key));
            isApi |= apiKey.accepts(key);
        }
        if (isApi || isOwn) {
            return known ? Decision.OPEN : Decision.UNKNOWN_INSTANCE;
        }
        return offered.isEmpty() ? Decision.NO_KEY : Decision.WRONG_KEY;
    }
}
