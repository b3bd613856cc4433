package conveyarr.request.in;

import conveyarr.flow.http.Problem;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;

/** The answer to a question that only the database could answer. */
final class Away {
    private static final Logger LOGGER = Logger.getLogger(Away.class);

    private Away() {}

    static Response answer(Throwable failure) {
        LOGGER.warnf("answer.failed cause=%s", failure);
        return Problem.answer(
                Response.Status.SERVICE_UNAVAILABLE,
                "The database does not answer.",
                "Hooks are taken all the same; nothing is lost. Try again when PostgreSQL is back.");
    }
}
