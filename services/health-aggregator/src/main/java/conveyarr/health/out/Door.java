package conveyarr.health.out;

import conveyarr.upstream.Rest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Asks the gateway how many hooks came in within the last hour. */
@Singleton
public class Door {
    private static final Logger LOGGER = Logger.getLogger(Door.class);
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final GatewayApi gateway;

    Door(
            @ConfigProperty(name = "conveyarr.request.url", defaultValue = "http://127.0.0.1:8484") String at,
            @ConfigProperty(name = "conveyarr.api-key") String key) {
        var place = new Rest.Place("request-gateway", URI.create(at), LIMIT);
        this.gateway = Rest.open(GatewayApi.class, place, Map.of("X-Api-Key", key));
    }

    /** {@code stored} of those that were {@code received}; the others were turned away. */
    public record Hour(long received, long stored, long rejected) {}

    /** Empty when the gateway does not say. Never fails. */
    public Uni<Optional<Hour>> lastHour() {
        return gateway.counts()
                .map(counts -> Optional.of(new Hour(counts.received(), counts.stored(), counts.rejected())))
                .onFailure()
                .invoke(trouble -> LOGGER.warnf("door.uncounted cause=%s", trouble))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }
}
