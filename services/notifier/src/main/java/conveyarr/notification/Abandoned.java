package conveyarr.notification;

import conveyarr.flow.InOrder;
import conveyarr.notification.channel.Channels;
import conveyarr.notification.core.Delivery.Claimed;
import conveyarr.notification.core.DeliveryId;
import conveyarr.notification.core.Signal.Claiming;
import conveyarr.notification.out.DueRows;
import conveyarr.notification.out.DueRows.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** The claims whose process is gone. The calls that made them are tried again with pauses that grow beyond the grace. */
@Singleton
public class Abandoned {
    private final Duration grace;
    private final DueRows due;
    private final Deliveries deliveries;
    private final Channels channels;

    Abandoned(NotificationConfig config, DueRows due, Deliveries deliveries, Channels channels) {
        this.grace = config.patience().grace();
        this.due = due;
        this.deliveries = deliveries;
        this.channels = channels;
    }

    /** Settles those whose grace is over by now. */
    public Uni<Void> settle(Instant now) {
        return due.due(Kind.CLAIMS, now.minus(grace))
                .chain(ids -> InOrder.each(ids, id -> settle(DeliveryId.parse(id), now)));
    }

    private Uni<Void> settle(DeliveryId id, Instant now) {
        return deliveries
                .find(id)
                .chain(found -> found instanceof Claimed claim
                        ? deliveries
                                .on(id, new Claiming(claim.attempt(), now, channels.onDoubt(id.channel())))
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }
}
