package conveyarr.upstream.catalogue;

import io.smallrye.mutiny.Uni;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Looks at the certificate of an address: how many days are left. It sends no key, so it may look at one that nobody would trust. */
final class Certificate {
    /** Let's Encrypt renews at 30 days; what has fewer than this was not renewed. */
    private static final long FEW = 14;

    private Certificate() {}

    static Uni<Finding> ask(Ask ask, Place place, URI base) {
        var request = HttpRequest.newBuilder(base.resolve("/"))
                .timeout(place.at().timeout())
                .build();
        return Uni.createFrom()
                .completionStage(() -> client().sendAsync(request, BodyHandlers.discarding()))
                .onFailure()
                .transform(failure -> Caller.trouble(failure, place.words(base)))
                .map(response -> until(response)
                        .map(until -> finding(ask, until, Instant.now()))
                        .orElseGet(() -> Reading.bad(ask, "no certificate at " + base.getHost())));
    }

    static Finding finding(Ask ask, Instant until, Instant now) {
        long days = Duration.between(now, until).toDays();
        if (until.isBefore(now)) {
            return Reading.bad(ask, "the certificate has expired " + -days + " days ago");
        }
        var troubles = days < FEW ? List.of("the certificate ends in " + days + " days") : List.<String>of();
        return new Finding(
                Map.of("certificateDays", Long.toString(days), "certificate", "Valid"),
                troubles,
                List.of(),
                Optional.empty());
    }

    private static Optional<Instant> until(HttpResponse<Void> response) {
        return response.sslSession().flatMap(Certificate::first).map(one -> one.getNotAfter()
                .toInstant());
    }

    private static Optional<X509Certificate> first(SSLSession session) {
        try {
            return Optional.of((X509Certificate) session.getPeerCertificates()[0]);
        } catch (SSLPeerUnverifiedException _) {
            return Optional.empty();
        }
    }

    private static HttpClient client() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anyone()}, null);
            return HttpClient.newBuilder()
                    .sslContext(context)
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    /** Trusts nobody with anything: it lets us see the certificate, whatever it is. */
    private static final class Anyone extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
