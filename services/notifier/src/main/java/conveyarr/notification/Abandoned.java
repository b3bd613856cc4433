package conveyarr.notification;

import conveyarr.notification.channel.Channels;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** The claims whose process is gone. The calls that made them are tried again with pauses that grow beyond the grace. */
@Singleton
public class Abandoned {
    private final Duration grace;
    private final Deliveries deliveries;
    private final Channels channels;

    Abandoned(NotificationConfig config, Deliveries deliveries, Channels channels) {
        this.grace = config.patience().grace();
        this.deliveries = deliveries;
        this.channels = channels;
    }

    /** Settles those whose grace is over by now. */
    public Uni<Void> settle(Instant now) {
        return deliveries.settle(
                now.minus(grace),
                now,
                claim -> channels.onDoubt(claim.letter().target().channel()));
    }
}
