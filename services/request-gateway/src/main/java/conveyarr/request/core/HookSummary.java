package conveyarr.request.core;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A kept hook without its body. */
public record HookSummary(
        UUID receipt,
        Instant receivedAt,
        String instance,
        String remote,
        Verdict verdict,
        long bytes,
        Optional<UUID> duplicateOf) {}
