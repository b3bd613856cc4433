package conveyarr.simulator;

import java.net.URI;

/** Who gets the webhooks: {@code base}/hooks/seerr, {@code base}/hooks/radarr and so on, and the key to show there. */
public record HookTarget(URI base, String key) {

    URI at(String instance) {
        return URI.create(base.toString().replaceFirst("/+$", "") + "/hooks/" + instance);
    }
}
