package conveyarr.acquisition.in;

import conveyarr.acquisition.Acquisitions;
import conveyarr.acquisition.Vigils;
import conveyarr.acquisition.core.Acquisition;
import conveyarr.acquisition.core.Kept;
import conveyarr.events.MediaId;
import conveyarr.events.RepairAction;
import conveyarr.flow.http.Confirmation;
import conveyarr.flow.http.Plan;
import conveyarr.flow.http.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Optional;

/** What the *arr programs look for, and what a person may have done for a title that does not come. */
@Path("/api/v1/acquisitions")
@Produces(MediaType.APPLICATION_JSON)
public class AcquisitionResource {
    private final Acquisitions acquisitions;
    private final Vigils vigils;
    private final Deeds deeds;
    private final Confirmation confirmation;

    AcquisitionResource(Acquisitions acquisitions, Vigils vigils, Deeds deeds, Confirmation confirmation) {
        this.acquisitions = acquisitions;
        this.vigils = vigils;
        this.deeds = deeds;
        this.confirmation = confirmation;
    }

    @GET
    public Uni<AcquisitionViews> underWay() {
        return acquisitions.underWay().chain(all -> vigils.of(all).map(known -> AcquisitionViews.of(all, known)));
    }

    @POST
    @Path("{instance}/{media}/actions/{action}")
    public Uni<Response> act(
            @PathParam("action") String word,
            @QueryParam("dryRun") boolean dryRun,
            @QueryParam("confirmToken") String token,
            @Context UriInfo address) {
        String instance = address.getPathParameters().getFirst("instance");
        String media = address.getPathParameters().getFirst("media");
        var action = Deed.of(word);
        if (action.isEmpty()) {
            return refuse(
                    Status.NOT_FOUND,
                    "There is no action \"" + word + "\".",
                    "Known are retry-search, retry-other-release, force-import and rescan.");
        }
        Optional<MediaId> about = media(media);
        if (about.isEmpty()) {
            return refuse(Status.BAD_REQUEST, "\"" + media + "\" is no media id.", "Give one such as movie:tmdb:603.");
        }
        return acquisitions
                .one(instance, about.get())
                .chain(state ->
                        possible(new Deed(action.get(), new Kept(instance, about.get(), state)), dryRun, token));
    }

    private Uni<Response> possible(Deed deed, boolean dryRun, String token) {
        if (deed.on().state() instanceof Acquisition.Unknown) {
            return refuse(
                    Status.NOT_FOUND,
                    deed.on().instance() + " has no such title that we know of.",
                    "GET /api/v1/acquisitions lists what is under way.");
        }
        return deed.isPossible()
                ? confirmed(deed, dryRun, token)
                : refuse(
                        Status.CONFLICT,
                        "No download of this title is under way at " + deed.on().instance() + ".",
                        "Use " + Deed.word(RepairAction.RETRY_SEARCH) + " to look for one.");
    }

    private Uni<Response> confirmed(Deed deed, boolean dryRun, String token) {
        Instant now = Instant.now();
        if (dryRun) {
            return Uni.createFrom()
                    .item(Response.ok(confirmation.plan(deed.words(), deed.steps(), now))
                            .build());
        }
        return confirmation.confirms(token, deed.words(), deed.steps(), now)
                ? deeds.carryOut(deed, token, now)
                        .replaceWith(
                                Response.accepted(new Plan(deed.steps(), null)).build())
                : Uni.createFrom().item(Confirmation.missing());
    }

    private static Optional<MediaId> media(String text) {
        try {
            return Optional.of(new MediaId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Uni<Response> refuse(Status status, String detail, String hint) {
        return Uni.createFrom().item(Problem.answer(status, detail, hint));
    }
}
