package conveyarr.notification.in;

import com.fasterxml.jackson.core.JsonProcessingException;
import conveyarr.flow.http.Problem;
import conveyarr.flow.wire.Json;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;

/** What the resources of this service have in common. */
final class Answers {
    private Answers() {}

    static Uni<Response> refuse(String detail, String hint) {
        return Uni.createFrom().item(Problem.answer(Status.BAD_REQUEST, detail, hint));
    }

    static WebApplicationException refused(Status status, String detail, String hint) {
        return new WebApplicationException(Problem.answer(status, detail, hint));
    }

    /** Throws a 400 with the place and the field when the body is no such document. */
    static <T> T read(String body, Class<T> type, String hint) {
        try {
            T value = Json.mapper().readValue(body == null ? "" : body, type);
            return Optional.ofNullable(value)
                    .orElseThrow(() -> refused(Status.BAD_REQUEST, "The body is empty.", hint));
        } catch (JsonProcessingException e) {
            String place = Optional.ofNullable(e.getLocation())
                    .map(at -> " in line " + at.getLineNr() + ", column " + at.getColumnNr())
                    .orElse("");
            String why = e.getOriginalMessage().replaceFirst("(?s)^Cannot construct instance of .*?, problem: ", "");
            throw refused(Status.BAD_REQUEST, "The body cannot be read" + place + ": " + why, hint);
        }
    }
}
