package conveyarr.health.view.other;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.events.MediaId;
import conveyarr.flow.wire.Json;
import conveyarr.health.timeline.Timeline;
import conveyarr.health.view.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All that is shown of one hook. {@code masked} says in how many places of the body something that may be a key is not shown. */
public record HookDetail(
        UUID id,
        Instant receivedAt,
        String source,
        String remote,
        Map<String, String> headers,
        String body,
        String bodySha256,
        int masked,
        String type,
        String result,
        String reason,
        int status,
        UUID duplicateOf,
        List<Product> produced,
        List<Again> replays) {

    /** An event that follows from it. */
    public record Product(UUID eventId, String kind, String media, String via, Instant at, String topic) {
        public Moment when() {
            return new Moment(at);
        }

        public String request() {
            return Timeline.of(new MediaId(media)).requestId();
        }
    }

    public record Again(UUID id, Instant at) {
        public Moment when() {
            return new Moment(at);
        }
    }

    public Moment received() {
        return new Moment(receivedAt);
    }

    public Incoming.Hook head() {
        return new Incoming.Hook(id, receivedAt, source, remote, type, result, reason, status, 0, duplicateOf);
    }

    public boolean kept() {
        return body != null;
    }

    /** Indented when it is JSON, and as it came otherwise. */
    public String pretty() {
        try {
            var mapper = Json.mapper();
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readValue(body, JsonNode.class));
        } catch (JsonProcessingException _) {
            return body;
        }
    }
}
