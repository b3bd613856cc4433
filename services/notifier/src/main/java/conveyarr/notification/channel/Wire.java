package conveyarr.notification.channel;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** HTTP with its time limits: a connection to an allowed address first, and then one request and its answer. */
final class Wire {
    /** More of an answer than this is not read: a page, or a stream that never ends. Discord gives the whole message back. */
    private static final int MOST_OF_AN_ANSWER = 65_536;

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    /** One host may be behind many channels, and a receiver that is silent keeps its connections until the limit. */
    private static final int MOST_AT_ONE_HOST = 256;

    private final HttpClient http;
    private final Reach reach;
    private final Duration limit;

    Wire(Vertx vertx, Duration limit, Reach.Names names) {
        this.limit = limit;
        this.reach = new Reach(vertx, names);
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(MOST_AT_ONE_HOST)
                .setConnectTimeout((int) CONNECT_WITHIN.toMillis())
                .setSslHandshakeTimeout(CONNECT_WITHIN.toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS));
    }

    Duration limit() {
        return limit;
    }

    /** Fails when the host has no address, or one that is off limits. */
    Uni<List<InetAddress>> addresses(String host) {
        return reach.of(host);
    }

    Uni<HttpClientRequest> connect(Message message) {
        return addresses(message.to().getHost()).chain(addresses -> connect(message, addresses));
    }

    private Uni<HttpClientRequest> connect(Message message, List<InetAddress> addresses) {
        var first = http.request(options(message, addresses.getFirst()));
        return addresses.size() == 1
                ? first
                : first.onFailure().recoverWithUni(() -> connect(message, addresses.subList(1, addresses.size())));
    }

    private static RequestOptions options(Message message, InetAddress address) {
        URI to = message.to();
        boolean tls = "https".equals(to.getScheme());
        int port = to.getPort() >= 0 ? to.getPort() : tls ? 443 : 80;
        String path = to.getRawPath() == null || to.getRawPath().isEmpty() ? "/" : to.getRawPath();
        return new RequestOptions()
                .setMethod(message.method())
                // Connection and TLS, and the wait for a place in the pool, which is given up with it.
                .setConnectTimeout(CONNECT_WITHIN.multipliedBy(2).toMillis())
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(to.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(to.getRawQuery() == null ? path : path + "?" + to.getRawQuery());
    }

    Uni<Answer> exchange(HttpClientRequest request, Message message) {
        request.connection().exceptionHandler(_ -> {}); // the answer's own failure says the same
        request.putHeader("Content-Type", "application/json");
        request.putHeader("User-Agent", "Conveyarr");
        String user = message.to().getUserInfo();
        if (user != null) {
            request.putHeader("Authorization", "Basic " + Secrets.basic(user));
        }
        message.headers().forEach(request::putHeader);
        return request.send(Buffer.buffer(message.body()))
                .chain(Wire::read)
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
}
