package conveyarr.request.core;

import java.time.Instant;
import java.util.UUID;

/** One more publication of a hook; {@code job} is the same for all that one call replayed. */
public record Replay(UUID id, UUID job, Instant at) {}
