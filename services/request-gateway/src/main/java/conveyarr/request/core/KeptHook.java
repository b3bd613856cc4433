package conveyarr.request.core;

import java.util.Optional;
import java.util.UUID;

/** A hook with all that is kept of it; {@code duplicateOf} is the receipt of the first that had the same bytes. */
public record KeptHook(Delivery delivery, Verdict verdict, Original original, Optional<UUID> duplicateOf) {}
