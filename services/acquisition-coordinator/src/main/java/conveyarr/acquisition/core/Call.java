package conveyarr.acquisition.core;

import conveyarr.acquisition.core.repair.RepairOrder;
import conveyarr.flow.Effect;
import java.time.Instant;
import java.util.UUID;

/** What we ask of an *arr. Each may be made twice without harm, and none is made after {@code until}. */
public sealed interface Call extends Effect {
    String instance();

    RepairOrder order();

    Instant until();

    @Override
    default String place() {
        return instance();
    }

    default UUID id() {
        return order().id();
    }

    /** Takes the download out of queue and client, and blocks its release. */
    record RemoveRelease(String instance, RepairOrder order, Instant until) implements Call {}

    /** Looks for a release; {@code unlessServed}: not when the title has meanwhile got what it lacked. */
    record SearchAgain(String instance, RepairOrder order, Instant until, boolean unlessServed) implements Call {}

    record ImportAnyway(String instance, RepairOrder order, Instant until) implements Call {}

    record RescanTitle(String instance, RepairOrder order, Instant until) implements Call {}
}
