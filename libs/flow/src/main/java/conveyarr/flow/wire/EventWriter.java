package conveyarr.flow.wire;

import conveyarr.events.DomainEvent;
import conveyarr.events.EventCatalog;
import conveyarr.events.Occurrence;
import conveyarr.flow.Hook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Writes events as CloudEvents 1.0 in Kafka's binary mode: attributes are headers, the value is the plain JSON of the event. */
public final class EventWriter {
    private EventWriter() {}

    /** {@code cause} is the id of the input that led to the event. */
    public static WireRecord write(DomainEvent event, Occurrence occurrence, UUID cause, Instant recordedAt) {
        var headers = attributes(occurrence.id(), event.wireName(), occurrence.source(), occurrence.at());
        headers.put("ce_subject", event.about().key());
        headers.put(Headers.RECORDED_AT, recordedAt.toString());
        headers.put(Headers.VIA, occurrence.via().word());
        headers.put(Headers.CAUSATION_ID, cause.toString());
        if (occurrence.past()) {
            headers.put(Headers.PAST, "true");
        }
        byte[] value = Json.write(event).getBytes(StandardCharsets.UTF_8);
        return new WireRecord(
                occurrence.id(), EventCatalog.topicOf(event), event.about().key(), headers, value);
    }

    /** A raw hook; its key is the instance, so that the hooks of one upstream stay in order. */
    public static WireRecord write(Hook hook, String topic) {
        var headers = attributes(hook.receipt(), Hook.WIRE_NAME, hook.instance(), hook.receivedAt());
        return new WireRecord(hook.receipt(), topic, hook.instance(), headers, hook.body());
    }

    private static Map<String, String> attributes(UUID id, String type, String source, Instant time) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("content-type", "application/json");
        headers.put(Headers.ID, id.toString());
        headers.put(Headers.TYPE, type);
        headers.put(Headers.SOURCE, source);
        headers.put(Headers.TIME, time.toString());
        return headers;
    }
}
