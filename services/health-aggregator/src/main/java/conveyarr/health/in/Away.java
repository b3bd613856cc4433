package conveyarr.health.in;

import conveyarr.flow.http.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Answers 503 while the projection cannot be read, which only means that PostgreSQL is away. */
public final class Away {
    private static final Logger LOGGER = Logger.getLogger(Away.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Away() {}

    public static <T> Uni<T> answered(Uni<T> answer) {
        return answer.ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure(trouble -> !(trouble instanceof WebApplicationException))
                .invoke(trouble -> LOGGER.warnf("projection.unreadable cause=%s", trouble))
                .onFailure(trouble -> !(trouble instanceof WebApplicationException))
                .transform(_ -> new WebApplicationException(later()));
    }

    private static Response later() {
        var problem = Problem.answer(
                Response.Status.SERVICE_UNAVAILABLE,
                "The database does not answer, so nothing can be shown at the moment.",
                "Nothing is lost. Try again in a few seconds.");
        return Response.fromResponse(problem).header("Retry-After", 5).build();
    }
}
