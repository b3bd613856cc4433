package conveyarr.request.in;

import conveyarr.flow.http.Problem;
import conveyarr.upstream.UpstreamTrouble;
import conveyarr.upstream.UpstreamTrouble.Declined;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/** What to answer to a person when a program does not do what that person wants. */
final class Troubles {
    private Troubles() {}

    /** A refusal of our own is the answer; anything that no program said is the database's. */
    static Uni<Response> answered(Uni<Response> work) {
        return work.onFailure(WebApplicationException.class)
                .recoverWithItem(refused -> ((WebApplicationException) refused).getResponse())
                .onFailure(UpstreamTrouble.class)
                .recoverWithItem(trouble -> answer((UpstreamTrouble) trouble))
                .onFailure()
                .recoverWithItem(Away::answer);
    }

    static Response answer(UpstreamTrouble trouble) {
        return trouble instanceof Declined
                ? Problem.answer(
                        Status.CONFLICT,
                        trouble.getMessage(),
                        "It decided so by its own rules; look there at rights, quotas and what is there already.")
                : Problem.answer(
                        Status.BAD_GATEWAY,
                        trouble.getMessage() + ".",
                        "Nothing was changed as far as we know. Ask again: what was done already is not done twice.");
    }
}
