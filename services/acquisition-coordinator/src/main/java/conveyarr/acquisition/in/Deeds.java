package conveyarr.acquisition.in;

import conveyarr.acquisition.Workshop;
import conveyarr.acquisition.core.repair.RepairOrder;
import conveyarr.acquisition.core.repair.RepairOrder.Target;
import conveyarr.acquisition.core.repair.RepairOrder.Why;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Has done what a person confirmed; one confirmation is good for one deed, however often it is sent. */
@Singleton
class Deeds {
    private final Workshop workshop;

    Deeds(Workshop workshop) {
        this.workshop = workshop;
    }

    Uni<Void> carryOut(Deed deed, String token, Instant now) {
        var on = deed.on();
        var once = Occurrence.at(now, Via.SELF, on.instance(), NaturalKey.of("deed", deed.words(), token));
        var download = deed.download();
        var target = new Target(download, download.flatMap(on.state().past()::parts));
        return workshop.order(
                on.instance(),
                new RepairOrder(once.id(), now, on.media(), deed.action(), target, new Why("a person wants it", true)));
    }
}
