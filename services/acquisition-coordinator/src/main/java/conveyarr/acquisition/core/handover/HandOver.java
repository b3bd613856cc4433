package conveyarr.acquisition.core.handover;

import conveyarr.events.MediaId;
import java.time.Instant;
import java.util.Optional;

/** One request on its way to the *arr. {@code attempts} counts all tries of its life, so that no two have one name. */
public sealed interface HandOver {
    /** It is for the 4K variant. */
    boolean uhd();

    int attempts();

    /** Not approved, as far as we know. */
    record Asked(boolean uhd, int attempts) implements HandOver {}

    /** Approved, and to be looked for at {@code due}. {@code tries} counts those since the approval. */
    record Waiting(MediaId media, boolean uhd, int attempts, int tries, Instant due, Optional<Delay> delay)
            implements HandOver {}

    /** Nobody could be asked since then, for the reason that was told last. */
    record Delay(Instant since, String reason) {}

    /** The *arr has it, or nobody wants it any more. */
    record Over(boolean uhd, int attempts) implements HandOver {}

    /** We do no more about it, unless it is approved or retried anew. */
    record GivenUp(boolean uhd, int attempts) implements HandOver {}
}
