package conveyarr.flow.http;

import jakarta.ws.rs.core.Response;

/** An error as RFC 9457 has it, with a {@code hint} that says what would be right. */
public record Problem(String type, String title, int status, String detail, String hint) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Response answer(Response.Status status, String detail, String hint) {
        var problem = new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail, hint);
        return Response.status(status).type(MEDIA_TYPE).entity(problem).build();
    }
}
