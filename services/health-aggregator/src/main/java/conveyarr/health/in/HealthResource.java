package conveyarr.health.in;

import conveyarr.flow.http.Problem;
import conveyarr.health.Stack;
import conveyarr.health.view.Board;
import conveyarr.health.view.DiskView;
import conveyarr.health.view.HealthView;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestQuery;

/** The state of the stack for programs: every check, and what may be done about one. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {
    private final Stack stack;
    private final Board board;
    private final LookNow looks;

    HealthResource(Stack stack, Board board, LookNow looks) {
        this.looks = looks;
        this.stack = stack;
        this.board = board;
    }

    @GET
    @Path("/health")
    public Uni<HealthView> health() {
        return Away.answered(look());
    }

    /** For so many minutes the check does not count; 0 ends that. */
    @POST
    @Path("/health/{check}/mute")
    public Uni<Muted> mute(@PathParam("check") String check, @RestQuery @DefaultValue("60") String minutes) {
        Instant until = Instant.now().plus(Duration.ofMinutes(Asked.minutes(minutes)));
        return Away.answered(look().chain(health -> health.checks().stream()
                        .filter(one -> one.id().equals(check))
                        .findFirst()
                        .map(_ -> stack.mute(check, until))
                        .orElseThrow(() -> new WebApplicationException(unknown(check)))))
                .replaceWith(new Muted(check, until));
    }

    /** Looks at one check at once; what that gives is in {@code GET /api/v1/health} as soon as the program has answered. */
    @POST
    @Path("/health/{check}/look")
    public Uni<Response> look(@PathParam("check") String check) {
        return Uni.createFrom()
                .item(
                        switch (looks.at(check)) {
                            case LookNow.Reply.Begun _ ->
                                Response.accepted(new Looked(check)).build();
                            case LookNow.Reply.TooSoon soon ->
                                Response.fromResponse(Problem.answer(
                                                Response.Status.TOO_MANY_REQUESTS, soon.words(), "Nothing was done."))
                                        .header("Retry-After", soon.seconds())
                                        .build();
                            case LookNow.Reply.Nobody _ -> unknown(check);
                        });
    }

    private static Response unknown(String check) {
        return Problem.answer(
                Response.Status.NOT_FOUND,
                "There is no check '" + check + "'.",
                "GET /api/v1/health lists them with their ids.");
    }

    /** The check that is looked at. */
    public record Looked(String id) {}

    /** A check that does not count until then. */
    public record Muted(String id, Instant mutedUntil) {}

    /** One after the other: all read through the same session's connection pool. */
    public Uni<HealthView> look() {
        return stack.mutes(Instant.now()).chain(mutes -> stack.components().chain(components -> stack.tunnels()
                .map(tunnels -> HealthView.of(
                        board.checks(components, tunnels).stream()
                                .map(check -> check.muted(mutes.get(check.id())))
                                .toList(),
                        stack.ownNetworkIsDown(),
                        DiskView.all(components)))));
    }
}
