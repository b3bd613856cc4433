package conveyarr.health.in.web;

import conveyarr.flow.http.Problem;
import conveyarr.health.Answer;
import conveyarr.health.Neighbours;
import conveyarr.health.Timelines;
import conveyarr.health.in.Away;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What the page of a request offers, for programs: asked of the service that can do it, whose answer is passed on as it is. */
@Path("/api/v1/requests/{id}/actions/{action}")
@Produces(MediaType.APPLICATION_JSON)
class RequestActionResource {
    private final Timelines timelines;
    private final Neighbours neighbours;

    RequestActionResource(Timelines timelines, Neighbours neighbours) {
        this.timelines = timelines;
        this.neighbours = neighbours;
    }

    @POST
    public Uni<Response> act(
            @RestPath String id, @RestPath String action, @RestQuery boolean dryRun, @RestQuery String confirmToken) {
        String how =
                dryRun ? "?dryRun=true" : confirmToken == null ? "" : "?confirmToken=" + Neighbours.part(confirmToken);
        return Away.answered(timelines.find(id)).chain(found -> found.flatMap(timeline -> Offer.call(timeline, action))
                .map(call -> neighbours
                        .post(call.who(), call.path() + how, Optional.empty())
                        .map(RequestActionResource::passedOn))
                .orElseGet(() -> Uni.createFrom().item(unknown())));
    }

    private static Response passedOn(Answer answer) {
        String type = answer.isGood() ? MediaType.APPLICATION_JSON : "application/problem+json";
        return Response.status(answer.status()).type(type).entity(answer.body()).build();
    }

    private static Response unknown() {
        return Problem.answer(
                Status.NOT_FOUND,
                "There is no such request, no such action, or no program that has the title.",
                "Known are approve, decline, retry, withdraw, retry-search, retry-other-release and force-import; GET"
                        + " /api/v1/requests lists the ids.");
    }
}
