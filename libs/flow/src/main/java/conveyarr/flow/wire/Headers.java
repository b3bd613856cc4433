package conveyarr.flow.wire;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The names of the record headers: CloudEvents attributes with our extensions. */
public final class Headers {
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String TIME = "ce_time";
    public static final String RECORDED_AT = "ce_recordedat";
    public static final String VIA = "ce_via";
    /** {@code true} on what had happened before we first looked; absent on news. */
    public static final String PAST = "ce_past";

    public static final String CAUSATION_ID = "causationid";
    public static final String DEAD_REASON = "dead_reason";
    /** On a dead letter that a person hands to its listener again; never on a topic. */
    public static final String DEAD_REPLAY = "dead_replay";

    /** On a hook that was published once more: the receipt of the delivery. */
    public static final String REPLAY_OF = "replayof";

    /** On a hook with masked secrets: in how many places. */
    public static final String MASKED = "masked";

    /** On a hook with masked secrets: the SHA-256 of the body as it came in, in hexadecimal. */
    public static final String ORIGINAL_SHA256 = "originalsha256";

    private Headers() {}

    public static Optional<String> find(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    /** Throws {@link IllegalArgumentException} when the header is missing. */
    public static String need(ConsumerRecord<?, ?> record, String name) {
        return find(record, name).orElseThrow(() -> new IllegalArgumentException("the record has no header " + name));
    }
}
