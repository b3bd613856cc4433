package conveyarr.health.in.web;

import conveyarr.health.in.Away;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/** Pages of what the database knows: while it is away, one sentence says so. */
final class Guarded {
    private Guarded() {}

    static Uni<Response> page(Frame frame, Uni<Response> answer) {
        return Away.answered(answer)
                .onFailure(WebApplicationException.class)
                .recoverWithUni(
                        _ -> Html.message(
                                frame,
                                Status.SERVICE_UNAVAILABLE,
                                Html.Note.of(
                                        Status.SERVICE_UNAVAILABLE,
                                        "The database does not answer, so nothing can be shown at the moment. Nothing is lost; try again in a few seconds.")));
    }
}
