package conveyarr.health.in.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/** Answers with a page, under a policy that lets nothing run but our own files. */
public final class Html {
    private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    private Html() {}

    public static Uni<Response> answer(Status status, TemplateInstance page) {
        return page.createUni().map(text -> Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(text)
                .build());
    }

    static Uni<Response> ok(TemplateInstance page) {
        return answer(Status.OK, page);
    }

    /** Back to a page after an action. The address is relative, so that it holds under any prefix. */
    public static Response seeOther(String address) {
        return Response.status(Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** A page that says one thing. */
    public static Uni<Response> message(Frame frame, Status status, Note note) {
        return answer(status, Pages.message(note, frame));
    }

    /** {@code way} is the address from which a person can go on, below the root. */
    public record Note(String title, String text, String hint, String way, String wayText) {
        public static Note of(Status status, String text) {
            return new Note(status.getReasonPhrase(), text, "", "requests", "All requests");
        }
    }
}
