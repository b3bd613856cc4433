package conveyarr.request.core;

import java.time.Instant;
import java.util.UUID;

/** An event that a service told because of a happening ({@code cause}), and where it is on its topic. */
public record Outcome(UUID event, UUID cause, String type, String media, Known known, Place place) {
    /** Whose word it was, how it came to be known, and when it happened. */
    public record Known(String source, String via, Instant at) {}

    public record Place(String topic, int partition, long offset) {}
}
