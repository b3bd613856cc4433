package conveyarr.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import conveyarr.upstream.UpstreamTrouble.Busy;
import conveyarr.upstream.UpstreamTrouble.Declined;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import conveyarr.upstream.UpstreamTrouble.Refused;
import conveyarr.upstream.UpstreamTrouble.Unreachable;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/**
 * Says what a failed call means, in a sentence that names the instance and its address, never a key. A web page where JSON should be is no
 * answer, whatever its status: *arr programs show their login page or index page under a wrong URL base.
 */
final class Diagnosis implements ResponseExceptionMapper<UpstreamTrouble> {
    private final String name;
    private final String place;

    Diagnosis(String name, URI base) {
        this.name = name;
        this.place = name + " (" + base.getScheme() + "://" + base.getHost() + port(base) + path(base) + ")";
    }

    /** Status 0 is the client's own word for "no answer at all"; its cause comes to {@link #of}. */
    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status != 0 && (status < 200 || status >= 300 || isWebPage(headers.getFirst("Content-Type")));
    }

    @Override
    public UpstreamTrouble toThrowable(Response response) {
        int status = response.getStatus();
        return switch (status / 100) {
            case 2 -> new Nonsense(place + " answers with a web page instead of JSON; " + checkBase());
            case 3 -> new Nonsense(place + " redirects" + where(response) + " (HTTP " + status + "); " + checkBase());
            case 5 -> new Busy(place + " cannot answer now (HTTP " + status + ")");
            default -> clientError(status, response);
        };
    }

    /** The path tells a login page from the URL base under which the API is; what else is in the address may be a secret. */
    private static String where(Response response) {
        String address = Objects.requireNonNullElse(response.getHeaderString("Location"), "");
        String path = address.replaceFirst("^[a-z]+://[^/]*", "").replaceFirst("[?#].*$", "");
        return path.matches("/[\\w./-]{0,60}") ? " to " + path : "";
    }

    private UpstreamTrouble clientError(int status, Response response) {
        return switch (status) {
            case 401, 403 -> {
                String message = place + " does not accept our credentials (HTTP " + status + ")";
                yield Refused.saying(words(response), message, status);
            }
            case 409, 415, 422 -> declined(status, response);
            case 429 -> new Busy(place + " wants fewer calls (HTTP 429)");
            default -> new Nonsense(place + " does not know this call (HTTP " + status + "); " + checkBase(), status);
        };
    }

    private UpstreamTrouble declined(int status, Response response) {
        String words = words(response);
        return new Declined(place + " says no (HTTP " + status + "): " + words, words);
    }

    private static String words(Response response) {
        return Words.line(response.hasEntity() ? response.readEntity(String.class) : "");
    }

    /** What a failure of the client means: our own kinds stay, a body that is not theirs is nonsense, anything else means no connection. */
    UpstreamTrouble of(Throwable failure) {
        return causes(failure)
                .filter(UpstreamTrouble.class::isInstance)
                .map(UpstreamTrouble.class::cast)
                .findFirst()
                .orElseGet(() -> isUnreadable(failure)
                        ? notItsApi()
                        : unreachable(root(failure).getClass().getSimpleName()));
    }

    UpstreamTrouble notItsApi() {
        return new Nonsense(place + " answers with something else than its API; " + checkBase());
    }

    /** An answer came, and nothing could be made of it: not the network failed, but the client itself. */
    private static boolean isUnreadable(Throwable failure) {
        Throwable root = root(failure);
        return causes(failure).anyMatch(JsonProcessingException.class::isInstance)
                || root instanceof ProcessingException
                || root instanceof WebApplicationException
                || root instanceof IllegalArgumentException;
    }

    private static Throwable root(Throwable failure) {
        return causes(failure).reduce((_, last) -> last).orElse(failure);
    }

    private Unreachable unreachable(String kind) {
        var why =
                switch (kind) {
                    case "UnknownHostException" -> Unreachable.Why.UNKNOWN_HOST;
                    case "AnnotatedConnectException", "ConnectException" -> Unreachable.Why.CONNECTION_REFUSED;
                    case "NoStackTraceTimeoutException", "TimeoutException", "ConnectTimeoutException" ->
                        Unreachable.Why.SILENT;
                    default -> Unreachable.Why.OTHER;
                };
        String reason =
                switch (why) {
                    case UNKNOWN_HOST -> "the host name is unknown";
                    case CONNECTION_REFUSED -> "connection refused";
                    case SILENT -> "no answer in time";
                    case OTHER -> kind;
                };
        return new Unreachable(place + " does not answer: " + reason, why);
    }

    private String checkBase() {
        return "check the URL base in conveyarr.upstreams." + name + ".url";
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause).limit(20);
    }

    private static boolean isWebPage(Object contentType) {
        return contentType != null
                && contentType.toString().toLowerCase(Locale.ROOT).contains("text/html");
    }

    private static String port(URI base) {
        return base.getPort() < 0 ? "" : ":" + base.getPort();
    }

    private static String path(URI base) {
        return base.getPath() == null ? "" : base.getPath();
    }
}
