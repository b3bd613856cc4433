package conveyarr.flow.http;

import conveyarr.flow.DeadLetters.Letter;
import conveyarr.flow.Flow;
import conveyarr.flow.http.Letters.Found;
import io.quarkus.arc.All;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the services of this process could never handle: look at it, hand it over again, or let it go. */
@Path("/api/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
public final class DeadLetterResource {
    private static final int MOST = 500;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Letters letters;

    DeadLetterResource(@All List<Flow> flows) {
        this.letters = new Letters(flows);
    }

    /** The list, wrapped so that fields can be added. */
    public record Items(List<DeadLetterView> items) {}

    /** Why a letter is let go. */
    public record Drop(String reason) {}

    /** Newest first. {@code open} leaves out what was replayed or dropped. */
    @GET
    @Blocking
    public Response list(
            @QueryParam("service") Optional<String> service,
            @QueryParam("open") @DefaultValue("true") String open,
            @QueryParam("limit") @DefaultValue("100") String limit)
            throws SQLException {
        if (!limit.matches("[1-9]\\d{0,2}") || Integer.parseInt(limit) > MOST) {
            return Problem.answer(
                    Status.BAD_REQUEST, "The limit is no number from 1 to " + MOST + ".", "Leave it out to get 100.");
        }
        var found = letters.newest(service, !"false".equals(open), Integer.parseInt(limit));
        return found.isEmpty()
                ? Problem.answer(
                        Status.NOT_FOUND,
                        "This process runs no such service.",
                        "It runs " + String.join(", ", letters.services()) + ".")
                : Response.ok(new Items(found.get())).build();
    }

    @GET
    @Path("/{id}")
    @Blocking
    public Response show(@PathParam("id") String id) throws SQLException {
        return letters.find(id).map(found -> ok(found.flow(), found.letter())).orElseGet(DeadLetterResource::none);
    }

    /** The same record goes to the same listener once more, with the same ids; what it did before is not done twice. */
    @POST
    @Path("/{id}/replay")
    @Blocking
    public Response replay(@PathParam("id") String id) throws SQLException {
        var found = letters.find(id);
        if (found.isEmpty()) {
            return none();
        }
        var letter = found.get().letter();
        try {
            VertxContextSupport.subscribeAndAwait(() -> found.get()
                    .flow()
                    .upkeep()
                    .replay(letter)
                    .ifNoItem()
                    .after(LONGEST)
                    .fail());
        } catch (Throwable trouble) {
            return Problem.answer(
                    Status.CONFLICT,
                    "It still cannot be handled: " + trouble.getMessage(),
                    "Replay it after an update that can, or drop it with a reason.");
        }
        return settle(found.get(), "replayed", null);
    }

    /** It stays on its topic and in the list, as dropped, with the reason. */
    @POST
    @Path("/{id}/drop")
    @Blocking
    public Response drop(@PathParam("id") String id, Drop drop) throws SQLException {
        if (drop == null || drop.reason() == null || drop.reason().isBlank()) {
            return Problem.answer(
                    Status.BAD_REQUEST, "A letter is dropped with a reason.", "Send {\"reason\":\"why\"} as JSON.");
        }
        var found = letters.find(id);
        return found.isEmpty()
                ? none()
                : settle(found.get(), "dropped", drop.reason().replace("\0", "").strip());
    }

    private static Response settle(Found found, String outcome, String note) throws SQLException {
        var kept = found.flow().upkeep().deadLetters();
        UUID id = found.letter().id();
        boolean first = kept.settle(id, outcome, note);
        var now = kept.find(id).orElse(found.letter());
        return first || now.settled().map(was -> was.outcome().equals(outcome)).orElse(false)
                ? ok(found.flow(), now)
                : Problem.answer(Status.CONFLICT, "It was settled before.", "Look at it to see how and when.");
    }

    private static Response ok(Flow flow, Letter letter) {
        return Response.ok(DeadLetterView.detail(flow.service(), letter)).build();
    }

    private static Response none() {
        return Problem.answer(
                Status.NOT_FOUND, "There is no such dead letter here.", "GET /api/v1/dead-letters lists them.");
    }
}
