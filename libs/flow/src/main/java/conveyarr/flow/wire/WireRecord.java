package conveyarr.flow.wire;

import java.util.Map;
import java.util.UUID;

/** A record as it goes to Kafka: topic, key, headers and value. {@code id} is its {@code ce_id}. */
public record WireRecord(UUID id, String topic, String key, Map<String, String> headers, byte[] value) {}
