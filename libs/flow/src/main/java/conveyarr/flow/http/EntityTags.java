package conveyarr.flow.http;

import conveyarr.flow.wire.Json;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives every JSON answer below {@code /api/} an ETag, and answers 304 to those who have it already. */
@Singleton
final class EntityTags {
    private static final int BYTES = 12;

    @ServerResponseFilter
    public void tag(ContainerRequestContext request, ContainerResponseContext response) {
        boolean tagged = request.getMethod().equals("GET")
                && request.getUriInfo().getPath().startsWith("/api/")
                && response.getStatus() == Response.Status.OK.getStatusCode()
                && response.hasEntity()
                && MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType());
        if (tagged) {
            String tag = tag(response.getEntity());
            response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
            if (knows(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
                response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
                response.setEntity(null);
            }
        }
    }

    static boolean knows(String offered, String tag) {
        return offered != null
                && Stream.of(offered.split(",")).map(String::strip).anyMatch(one -> one.equals("*") || one.equals(tag));
    }

    /** A weak one: the same words may be spelt in another order of bytes. */
    static String tag(Object entity) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Json.write(entity).getBytes(StandardCharsets.UTF_8));
            return "W/\"" + HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES)) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
