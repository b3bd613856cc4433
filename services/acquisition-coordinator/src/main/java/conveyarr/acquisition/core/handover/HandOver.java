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

    /** Approved at {@code since}, and to be looked for at {@code due}. {@code tries} counts those since the approval. */
    record Waiting(
            MediaId media,
            boolean uhd,
            int attempts,
            int tries,
            Instant due,
            Optional<Delay> delay,
            Optional<Instant> since)
            implements HandOver {
        Waiting due(Instant other) {
            return new Waiting(media, uhd, attempts, tries, other, delay, since);
        }

        /** As well, at that moment. */
        Waiting approved(Instant at) {
            var latest = since.filter(at::isBefore).or(() -> Optional.of(at));
            return new Waiting(media, uhd, attempts, tries, due, delay, latest);
        }
    }

    /** Nobody could be asked since then, for the reason that was told last. */
    record Delay(Instant since, String reason) {}

    /** The *arr has it, or nobody wants it any more, since then; unknown for what an older version has kept. */
    record Over(boolean uhd, int attempts, Optional<Instant> since) implements HandOver {}

    /** We do no more about it, unless it is approved or retried anew. */
    record GivenUp(boolean uhd, int attempts) implements HandOver {}
}
