package conveyarr.notification.channel;

import conveyarr.notification.core.Plain;
import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.InDoubt;
import conveyarr.notification.core.Receipt.TryLater;
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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Posts a message over HTTP: the one place that knows time limits, and that tells "no byte was sent" (safe to try again) from "sent, but no
 * answer" (in doubt). It follows no redirect and uses each connection once, so that a connection which the receiver is just closing is never
 * taken for a lost message.
 */
@Singleton
public final class Post {
    /** More of an answer than this is not read: a page, or a stream that never ends. */
    private static final int MOST_OF_AN_ANSWER = 4096;

    private static final int LONGEST_REASON = 200;
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

    private final HttpClient http;
    private final Duration limit;

    /** What a receiver said; {@code body} is only its beginning. */
    public record Answer(int status, Map<String, String> headers, String body) {}

    /** A message as it goes over the wire. */
    public record Message(URI to, Map<String, String> headers, byte[] body) {}

    /** {@code limit} is how long the answer may take. */
    public Post(
            Vertx vertx,
            @ConfigProperty(name = "conveyarr.notification.answer-within", defaultValue = "15s") Duration limit) {
        this.limit = limit;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setConnectTimeout((int) CONNECT_WITHIN.toMillis())
                .setSslHandshakeTimeout(CONNECT_WITHIN.toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS));
    }

    /** Never fails. {@code judge} says what an answer of this receiver means; it is not asked about 3xx, 4xx and 5xx. */
    public Uni<Receipt> send(Message message, Function<Answer, Receipt> judge) {
        String place = message.to().getHost();
        return http.request(options(message.to()))
                .ifNoItem()
                .after(CONNECT_WITHIN.multipliedBy(2)) // name, connection, TLS
                .fail()
                .onItemOrFailure()
                .transformToUni((request, refused) -> refused == null
                        ? exchange(request, message)
                                .map(answer -> Verdict.on(answer, judge))
                                .onFailure()
                                .recoverWithItem(
                                        lost -> new InDoubt(place + " took the message and gave no answer" + why(lost)))
                        : Uni.createFrom()
                                .item(new TryLater(Optional.empty(), "no connection to " + place + why(refused))));
    }

    private Uni<Answer> exchange(HttpClientRequest request, Message message) {
        request.connection().exceptionHandler(_ -> {}); // the answer's own failure says the same
        message.headers().forEach(request::putHeader);
        request.putHeader("Content-Type", "application/json");
        request.putHeader("User-Agent", "Conveyarr");
        return request.send(Buffer.buffer(message.body()))
                .chain(Post::read)
                .ifNoItem()
                .after(limit)
                .fail()
                .onTermination()
                .invoke(() -> request.connection().closeAndForget());
    }

    private static Uni<Answer> read(HttpClientResponse response) {
        var body = Buffer.buffer();
        return response.toMulti()
                .invoke(body::appendBuffer)
                .select()
                .first(_ -> body.length() < MOST_OF_AN_ANSWER)
                .collect()
                .last()
                .map(_ -> new Answer(response.statusCode(), headers(response), body.toString()));
    }

    private static Map<String, String> headers(HttpClientResponse response) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        response.headers().forEach(header -> headers.putIfAbsent(header.getKey(), header.getValue()));
        return headers;
    }

    private static RequestOptions options(URI to) {
        return new RequestOptions().setAbsoluteURI(to.toString()).setMethod(HttpMethod.POST);
    }

    private static String why(Throwable failure) {
        String said = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return " (" + Plain.line(said, LONGEST_REASON) + ")";
    }
}
