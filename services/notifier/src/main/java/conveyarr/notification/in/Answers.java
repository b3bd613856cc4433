package conveyarr.notification.in;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
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

    /** Throws a 400 for what no name or id has in it: PostgreSQL takes no U+0000, and no reader sees the others. */
    static String plain(String what, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw refused(
                    Status.BAD_REQUEST, "The " + what + " has control characters in it.", "Send it without them.");
        }
        return value;
    }

    private static void refuseEmptyPlaces(JsonNode node, String hint) {
        for (JsonNode part : node) {
            if (node.isArray() && part.isNull()) {
                throw refused(Status.BAD_REQUEST, "The body has a null in a list.", hint);
            }
            refuseEmptyPlaces(part, hint);
        }
    }

    /** Throws a 400 with the place and the field when the body is no such document. */
    static <T> T read(String body, Class<T> type, String hint) {
        try {
            String text = body == null ? "" : body;
            refuseEmptyPlaces(Json.mapper().readTree(text), hint);
            T value = Json.mapper().readValue(text, type);
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
