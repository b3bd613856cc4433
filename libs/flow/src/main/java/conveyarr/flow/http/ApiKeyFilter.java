package conveyarr.flow.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Keeps everything below {@code /api/} for those who know the key, as {@code X-Api-Key} or bearer. */
final class ApiKeyFilter {
    private static final String BEARER = "Bearer ";
    private final ApiKey apiKey;

    ApiKeyFilter(ApiKey apiKey) {
        this.apiKey = apiKey;
    }

    @ServerRequestFilter
    public Optional<Response> check(ContainerRequestContext request) {
        boolean open = !request.getUriInfo().getPath().startsWith("/api/");
        return open || apiKey.accepts(offered(request))
                ? Optional.empty()
                : Optional.of(
                        Problem.answer(
                                Response.Status.UNAUTHORIZED,
                                "This address needs the API key.",
                                "Send it as X-Api-Key. It is in the file api-key of the data folder, or in CONVEYARR_API_KEY."));
    }

    private static String offered(ContainerRequestContext request) {
        String key = request.getHeaderString("X-Api-Key");
        String bearer = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        return key == null && bearer != null && bearer.startsWith(BEARER) ? bearer.substring(BEARER.length()) : key;
    }
}
