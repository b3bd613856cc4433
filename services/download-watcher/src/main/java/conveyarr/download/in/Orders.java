package conveyarr.download.in;

import conveyarr.download.Downloads;
import conveyarr.download.Gates;
import conveyarr.download.core.Signal;
import conveyarr.download.core.Signal.ActionOrdered;
import conveyarr.download.core.Signal.KeepAsked;
import conveyarr.download.core.gate.GateSignal.Claimed;
import conveyarr.events.DownloadEvent.DownloadAction;
import conveyarr.events.DownloadId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Has done what a person ordered; told on the download's timeline. */
@Singleton
class Orders {
    /** An order for the download that is kept as {@code id}. */
    record Wanted(Order order, String id, DownloadId target) {
        String words() {
            return DownloadView.word(order) + " " + id;
        }
    }

    private final Downloads downloads;
    private final Gates gates;

    Orders(Downloads downloads, Gates gates) {
        this.downloads = downloads;
        this.gates = gates;
    }

    /** One that a person pauses stays paused when a hold ends. */
    Uni<Void> carryOut(Wanted wanted, Instant now) {
        Order order = wanted.order();
        DownloadId target = wanted.target();
        String id = wanted.id();

        Uni<Void> first = order == Order.PAUSE
                ? gates.observe(target.client(), new Claimed(now, target.hash()))
                : Uni.createFrom().voidItem();
        var cause = Occurrence.at(now, Via.SELF, "conveyarr", NaturalKey.of("order", id, order, now.toEpochMilli()));
        return first.chain(() -> downloads.handle(id, cause, signal(order, now)));
    }

    private static Signal signal(Order order, Instant now) {
        return switch (order) {
            case PAUSE -> new ActionOrdered(now, DownloadAction.PAUSE);
            case RESUME -> new ActionOrdered(now, DownloadAction.RESUME);
            case REPLACE -> new ActionOrdered(now, DownloadAction.REPLACE);
            case KEEP -> new KeepAsked(now);
        };
    }
}
