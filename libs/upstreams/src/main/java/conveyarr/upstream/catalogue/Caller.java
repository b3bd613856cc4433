package conveyarr.upstream.catalogue;

import conveyarr.upstream.UpstreamTrouble;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import conveyarr.upstream.UpstreamTrouble.Refused;
import conveyarr.upstream.UpstreamTrouble.Unreachable;
import conveyarr.upstream.UpstreamTrouble.Unreachable.Why;
import io.smallrye.mutiny.Uni;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks over HTTP. Follows no redirect, reads no more than the file allows, and never waits longer than the config says. A closed connection
 * is no outage of its own: it is opened anew for every question.
 */
final class Caller {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private record Meaning(Class<? extends Throwable> type, String words, Why why) {}

    private static final List<Meaning> MEANINGS = List.of(
            new Meaning(UnknownHostException.class, "the host name is unknown", Why.UNKNOWN_HOST),
            new Meaning(UnresolvedAddressException.class, "the host name is unknown", Why.UNKNOWN_HOST),
            new Meaning(HttpTimeoutException.class, "no answer in time", Why.SILENT),
            new Meaning(ConnectException.class, "connection refused", Why.CONNECTION_REFUSED));

    private Caller() {}

    /** Fails with an {@link UpstreamTrouble}: a key that is refused is one, any other status is an answer. */
    static Uni<Reading.Answer> ask(Ask ask, Sheet sheet, Place place, URI base) {
        var request = request(ask, sheet, place, base);
        return Uni.createFrom()
                .completionStage(
                        () -> CLIENT.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), ask.most())))
                .onFailure()
                .transform(failure -> trouble(failure, place.words(base)))
                .map(response -> answer(ask, response, place.words(base)));
    }

    private static HttpRequest request(Ask ask, Sheet sheet, Place place, URI base) {
        Optional<Sheet.Auth> auth = sheet.auth().filter(_ -> !ask.open());
        String query = auth.map(Sheet.Auth::query)
                .map(place::filled)
                .map(Caller::query)
                .orElse("");
        String joint = query.isEmpty() ? "" : ask.get().contains("?") ? "&" : "?";
        var request = HttpRequest.newBuilder(URI.create(base + ask.get() + joint + query))
                .timeout(place.at().timeout())
                .header("User-Agent", "Conveyarr")
                .header("Accept", "application/json, */*;q=0.5");
        auth.map(Sheet.Auth::headers).map(place::filled).orElse(Map.of()).forEach(request::header);
        return request.build();
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Reading.Answer answer(Ask ask, HttpResponse<String> response, String who) {
        int status = response.statusCode();
        if ((status == 401 || status == 403) && !ask.status().contains(status)) {
            throw new Refused(who + " refuses our key (HTTP " + status + ")", status);
        }
        return new Reading.Answer(status, response.body());
    }

    /** The causes of a failure tell it, the deepest of them often least. */
    static UpstreamTrouble trouble(Throwable failure, String who) {
        List<Throwable> causes = Stream.iterate(failure, t -> t != null, Throwable::getCause)
                .limit(20)
                .toList();
        var own = causes.stream().filter(UpstreamTrouble.class::isInstance).map(UpstreamTrouble.class::cast);
        return own.findFirst().orElseGet(() -> MEANINGS.stream()
                .filter(one -> causes.stream().anyMatch(one.type()::isInstance))
                .findFirst()
                .<UpstreamTrouble>map(one -> unreachable(who, one.words(), one.why()))
                .orElseGet(() -> other(causes, who)));
    }

    private static UpstreamTrouble other(List<Throwable> causes, String who) {
        boolean tooLong =
                causes.stream().anyMatch(one -> String.valueOf(one.getMessage()).contains("capacity"));
        return tooLong
                ? new Nonsense(who + " answers with more than a program of its kind would")
                : unreachable(who, causes.getLast().getClass().getSimpleName(), Why.OTHER);
    }

    private static Unreachable unreachable(String who, String reason, Why why) {
        return new Unreachable(who + " does not answer: " + reason, why);
    }
}
