package conveyarr.acquisition.core.repair;

import java.time.Instant;
import java.util.UUID;

/** What moves the repairs at one *arr. */
public sealed interface RepairSignal {
    Instant at();

    /** Somebody wants it done, now. */
    record Ordered(Instant at, RepairOrder order) implements RepairSignal {}

    /** What an *arr said to one step of an order. */
    record Answered(Instant at, UUID order, Repairs.Step step, Answer answer) implements RepairSignal {}

    record Ticked(Instant at) implements RepairSignal {}

    /** Done, or not, in words that may be a stranger's. */
    sealed interface Answer {
        record Done() implements Answer {}

        /** The queue has no such download of this title, or the list no such title. */
        record NotThere() implements Answer {}

        record Refused(String words) implements Answer {}
    }
}
