package conveyarr.request.core;

import java.util.Optional;
import java.util.UUID;

/** A hook with all that is kept of it; {@code duplicateOf} is the receipt of the first that had the same bytes. */
public record KeptHook(Delivery delivery, Verdict verdict, Original original, Optional<UUID> duplicateOf) {

    /** What was stored before secrets were masked, or before one of them was known, is masked when it is taken out. */
    public KeptHook with(Redaction redaction) {
        var cleaned = redaction.clean(delivery.body());
        return new KeptHook(
                delivery.with(cleaned.body()),
                verdict,
                new Original(original.sha256(), original.masked() + cleaned.masked()),
                duplicateOf);
    }
}
