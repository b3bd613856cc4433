package conveyarr.flow;

import java.time.Instant;
import java.util.UUID;

/** One webhook delivery as it came in: the raw bytes, for which instance, when. {@code receipt} is new for every delivery. */
public record Hook(UUID receipt, String instance, Instant receivedAt, byte[] body) {
    /** The {@code ce_type} of a hook on the wire. */
    public static final String WIRE_NAME = "hook.received.v1";
}
