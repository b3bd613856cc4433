package conveyarr.request.in;

import conveyarr.flow.http.Problem;
import conveyarr.request.Hooks;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;

/** How many hooks came in lately, and how many of them were turned away. */
@Path("/api/v1/events/incoming/counts")
@Produces(MediaType.APPLICATION_JSON)
class IncomingCountsResource {
    private static final long MOST = Duration.ofDays(1).toMinutes();

    private final Hooks hooks;
    private final Rejections rejections;

    IncomingCountsResource(Hooks hooks, Rejections rejections) {
        this.hooks = hooks;
        this.rejections = rejections;
    }

    /** {@code stored} counts all that were kept, {@code results} says what they were. */
    record Counts(Instant since, long received, long stored, long rejected, Map<String, Long> results) {}

    @GET
    public Uni<Response> counts(@RestQuery @DefaultValue("60") int minutes) {
        if (minutes < 1 || minutes > MOST) {
            return Uni.createFrom()
                    .item(Problem.answer(
                            Response.Status.BAD_REQUEST,
                            "'minutes' has to be a number from 1 to " + MOST + ".",
                            "Leave it away for the last hour."));
        }
        Instant since = Instant.now().minus(Duration.ofMinutes(minutes));
        return hooks.countSince(since)
                .map(results -> Response.ok(counts(since, results)).build())
                .onFailure()
                .recoverWithItem(Away::answer);
    }

    private Counts counts(Instant since, Map<String, Long> results) {
        long stored = results.values().stream().mapToLong(Long::longValue).sum();
        long rejected = rejections.all().stream()
                .filter(one -> one.receivedAt().isAfter(since))
                .count();
        return new Counts(since, stored + rejected, stored, rejected, results);
    }
}
