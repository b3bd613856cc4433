package conveyarr.request.core;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** One hook as it came in at the door. {@code receipt} is new for every delivery; secrets in {@code headers} are masked already. */
public record Delivery(
        UUID receipt, String instance, Instant receivedAt, String remote, Map<String, String> headers, byte[] body) {

    public Delivery with(byte[] other) {
        return new Delivery(receipt, instance, receivedAt, remote, headers, other);
    }
}
