package conveyarr.health.out;

import conveyarr.upstream.Rest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The names behind references to people, as the gateway last told them; asked again when one is missing. Names live in memory alone. */
@Singleton
public class People {
    /** Shown for a person whose name we cannot get. */
    public static final String SOMEONE = "someone";

    private static final Logger LOGGER = Logger.getLogger(People.class);
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

    private final GatewayApi gateway;
    private volatile Map<String, String> names = Map.of();
    private volatile Instant askedAt = Instant.EPOCH;

    People(
            @ConfigProperty(name = "conveyarr.request.url", defaultValue = "http://127.0.0.1:8484") String at,
            @ConfigProperty(name = "conveyarr.api-key") String key) {
        var place = new Rest.Place("request-gateway", URI.create(at), LIMIT);
        this.gateway = Rest.open(GatewayApi.class, place, Map.of("X-Api-Key", key));
    }

    /** All names known; asks the gateway first when it may know one of these references that we do not. Never fails. */
    public Uni<Map<String, String>> knowing(Set<String> references) {
        boolean complete = names.keySet().containsAll(references);
        boolean askedJustNow = askedAt.plus(BETWEEN_TRIES).isAfter(Instant.now());
        if (complete || askedJustNow) {
            return Uni.createFrom().item(names);
        }
        askedAt = Instant.now();
        return gateway.people()
                .invoke(told -> names = Map.copyOf(told))
                .onFailure()
                .invoke(trouble -> LOGGER.warnf("people.unknown cause=%s", trouble))
                .onFailure()
                .recoverWithItem(names);
    }
}
