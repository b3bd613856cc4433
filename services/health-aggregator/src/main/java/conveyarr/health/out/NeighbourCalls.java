package conveyarr.health.out;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.flow.wire.Json;
import conveyarr.health.Answer;
import conveyarr.health.Neighbour;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Calls our own services. Their refusals are answers here, to be shown as they are, and no troubles as with upstreams. */
@Singleton
public class NeighbourCalls {
    private static final Logger LOGGER = Logger.getLogger(NeighbourCalls.class);
    /** Some actions call a program and wait for what it calls back. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final HttpClient client;
    private final String key;
    private final Map<Neighbour, URI> places = new EnumMap<>(Neighbour.class);

    NeighbourCalls(Vertx vertx, Config config, @ConfigProperty(name = "conveyarr.api-key") String key) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(2000));
        this.key = key;
        Arrays.stream(Neighbour.values())
                .forEach(one -> places.put(one, URI.create(config.getValue(one.urlKey(), String.class))));
    }

    /** {@code path} is that of the API, with its query. */
    public record Call(String method, String path, Optional<JsonNode> body) {
        /** Without the body, which may hold a key. */
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** Never fails. */
    public Uni<Answer> send(Neighbour to, Call call) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(call.method()))
                .setAbsoluteURI(places.get(to).resolve(call.path()).toString())
                .putHeader("X-Api-Key", key)
                .putHeader("Accept", "application/json");
        call.body().ifPresent(_ -> options.putHeader("Content-Type", "application/json"));
        return client.request(options)
                .chain(request -> send(request, call))
                .chain(answer -> answer.body().map(body -> Answer.read(answer.statusCode(), body.getBytes())))
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .onFailure()
                .invoke(trouble -> LOGGER.warnf("neighbour.silent service=%s cause=%s", to.service(), trouble))
                .onFailure()
                .recoverWithItem(_ -> Answer.none(to.service()));
    }

    private static Uni<HttpClientResponse> send(HttpClientRequest request, Call call) {
        return call.body()
                .map(body -> request.send(Buffer.buffer(Json.write(body))))
                .orElseGet(request::send);
    }
}
