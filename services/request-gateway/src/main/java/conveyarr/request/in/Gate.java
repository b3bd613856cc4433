package conveyarr.request.in;

import conveyarr.flow.http.ApiKey;
import conveyarr.request.HookKeys;
import conveyarr.upstream.Upstreams;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides who may bring hooks: whoever shows the instance's own hook key or the API key. No comparison tells by its time how near a key was. */
@Singleton
class Gate {
    private final ApiKey apiKey;
    private final Map<String, ApiKey> instances = new HashMap<>();

    enum Decision {
        OPEN,
        NO_KEY,
        WRONG_KEY,
        /** Told to those alone who have the API key, so that nobody can try out names. */
        UNKNOWN_INSTANCE
    }

    Gate(ApiKey apiKey, Upstreams upstreams, HookKeys keys) {
        this.apiKey = apiKey;
        upstreams.names().forEach(name -> instances.put(name, new ApiKey(keys.of(name))));
    }

    Decision check(String instance, HttpServerRequest request) {
        List<String> offered = OfferedKeys.of(request);
        ApiKey own = instances.get(instance);
        boolean fits = false;
        for (String key : offered) {
            fits |= apiKey.accepts(key);
            fits |= own != null && own.accepts(key);
        }
        if (fits) {
            return own == null ? Decision.UNKNOWN_INSTANCE : Decision.OPEN;
        }
        return offered.isEmpty() ? Decision.NO_KEY : Decision.WRONG_KEY;
    }
}
