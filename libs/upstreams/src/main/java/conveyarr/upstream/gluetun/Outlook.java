package conveyarr.upstream.gluetun;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * Looks at the world through the tunnel, by the gateway's own HTTP proxy: a WireGuard tunnel that has died is seen by nothing else for one to
 * three minutes. A proxy that is not there says nothing of the tunnel.
 */
record Outlook(HttpClient client, URI target) {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    static Outlook through(URI proxy, URI target) {
        int port = proxy.getPort() > 0 ? proxy.getPort() : 8888;
        var client = HttpClient.newBuilder()
                // Its name is looked up for each call: a container that is made anew has another address.
                .proxy(ProxySelector.of(InetSocketAddress.createUnresolved(proxy.getHost(), port)))
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        return new Outlook(client, target);
    }

    /** Empty when nobody can tell. */
    Uni<Optional<Boolean>> carries() {
        var request = HttpRequest.newBuilder(target)
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .timeout(PATIENCE)
                .build();
        return Uni.createFrom().completionStage(() -> client.sendAsync(request, BodyHandlers.discarding())
                .handle((answer, failure) -> failure == null ? told(answer) : failed(failure)));
    }

    /** Gluetun's proxy says 500 of what it cannot reach (3.41), and 407 to those whom it does not let through. */
    private static Optional<Boolean> told(HttpResponse<Void> answer) {
        return answer.statusCode() == 407 ? Optional.empty() : Optional.of(answer.statusCode() < 500);
    }

    private static Optional<Boolean> failed(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        boolean noProxy = cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
        return noProxy || !(cause instanceof IOException) ? Optional.empty() : Optional.of(false);
    }
}
