package conveyarr.request.out;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import conveyarr.events.EventId;
import conveyarr.events.Topics;
import conveyarr.flow.Hook;
import conveyarr.flow.wire.EventWriter;
import conveyarr.flow.wire.Headers;
import conveyarr.flow.wire.WireRecord;
import conveyarr.request.core.Delivery;
import conveyarr.request.core.Original;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A hook as a record of the topic. Where secrets were masked, it says so and what the body's SHA-256 was before. */
final class HookRecord {
    private HookRecord() {}

    static WireRecord of(Delivery delivery, Original original) {
        var hook = new Hook(delivery.receipt(), delivery.instance(), delivery.receivedAt(), delivery.body());
        WireRecord plain = typed(EventWriter.write(hook, Topics.HOOKS));
        return original.masked() == 0
                ? plain
                : with(
                        plain.id(),
                        plain,
                        Map.of(
                                Headers.MASKED,
                                Integer.toString(original.masked()),
                                Headers.ORIGINAL_SHA256,
                                original.sha256()));
    }

    /** The same hook once more: a record of its own, with the receipt of the first. */
    static WireRecord again(Delivery delivery, Original original, UUID replay) {
        WireRecord first = of(delivery, original);
        UUID id = EventId.of(first.id(), "replay|" + replay);
        return with(
                id,
                first,
                Map.of(Headers.ID, id.toString(), Headers.REPLAY_OF, first.id().toString()));
    }

    /** Not every program speaks JSON, and no reader is told that a form is some. */
    private static WireRecord typed(WireRecord record) {
        String start = new String(record.value(), 0, Math.min(record.value().length, 64), ISO_8859_1).strip();
        boolean json = start.startsWith("{") || start.startsWith("[");
        return json ? record : with(record.id(), record, Map.of("content-type", "application/octet-stream"));
    }

    private static WireRecord with(UUID id, WireRecord record, Map<String, String> more) {
        var headers = new LinkedHashMap<>(record.headers());
        headers.putAll(more);
        return new WireRecord(id, record.topic(), record.key(), headers, record.value());
    }
}
