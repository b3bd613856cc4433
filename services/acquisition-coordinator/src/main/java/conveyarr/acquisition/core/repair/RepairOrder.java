package conveyarr.acquisition.core.repair;

import conveyarr.events.Episodes;
import conveyarr.events.MediaId;
import conveyarr.events.RepairAction;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that is to be done for a title at its *arr, and by which it is known in all that follows. {@code parts} are those of a series that
 * the download held; {@code byHand}: a person has seen the plan and confirmed it.
 */
public record RepairOrder(UUID id, Instant at, MediaId media, RepairAction action, Target target, Why why) {
    public record Target(Optional<String> download, Optional<Episodes> parts) {
        public static final Target TITLE = new Target(Optional.empty(), Optional.empty());
    }

    public record Why(String reason, boolean byHand) {}

    public boolean byHand() {
        return why.byHand();
    }

    /** Whether both would do the same. */
    boolean doesTheSameAs(RepairOrder other) {
        return media.equals(other.media)
                && action == other.action
                && target.download().equals(other.target.download());
    }
}
