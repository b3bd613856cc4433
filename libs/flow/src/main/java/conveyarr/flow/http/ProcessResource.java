package conveyarr.flow.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.List;

/** The process that answers: whether it knows what was saved, and how to start it again. */
@Path("/api/v1/process")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public final class ProcessResource {
    private final Restart restart;
    private final Confirmation confirmation;

    ProcessResource(Restart restart, Confirmation confirmation) {
        this.restart = restart;
        this.confirmation = confirmation;
    }

    @GET
    public Restart.Process show() {
        return restart.process();
    }

    /** Refused where nothing would start it again. */
    @POST
    @Path("/restart")
    public Response restart(@QueryParam("dryRun") boolean dryRun, @QueryParam("confirmToken") String token) {
        var process = restart.process();
        if (!process.startsAgain()) {
            return unwatched(process.service());
        }
        String action = "restart " + process.id();
        var steps = List.of(step(process.service()));
        if (dryRun) {
            return Response.ok(confirmation.plan(action, steps, Instant.now())).build();
        }
        if (!confirmation.confirms(token, action, steps, Instant.now())) {
            return Confirmation.missing();
        }
        restart.begin();
        return Response.accepted().build();
    }

    /** What is done to a process. */
    public static Plan.Step step(String service) {
        return new Plan.Step(
                service,
                "end the process",
                "it is started again within seconds and reads what was saved; hooks that come meanwhile are found by asking");
    }

    private static Response unwatched(String service) {
        return Problem.answer(
                Status.CONFLICT,
                "Nothing starts " + service + " again when it ends, so it is not ended.",
                "Start it again yourself. Where something does, whatever it ended with, such as a container with"
                        + " restart: always, set CONVEYARR_SUPERVISED=true.");
    }
}
