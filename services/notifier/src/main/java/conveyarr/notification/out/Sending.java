package conveyarr.notification.out;

import conveyarr.notification.Deliveries;
import conveyarr.notification.Meters;
import conveyarr.notification.channel.Channels;
import conveyarr.notification.core.Call.Send;
import conveyarr.notification.core.Delivery;
import conveyarr.notification.core.Delivery.Claimed;
import conveyarr.notification.core.DeliveryId;
import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Signal.Answered;
import conveyarr.notification.core.Signal.Claiming;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Sends: claims the delivery and commits, tries the channel once, writes down what came of it. */
@Singleton
class Sending {
    private static final Logger LOGGER = Logger.getLogger(Sending.class);
    private static final Duration SETTLE_WITHIN = Duration.ofSeconds(50);

    private final Deliveries deliveries;
    private final Postman postman;
    private final Channels channels;
    private final Meters meters;

    Sending(Deliveries deliveries, Postman postman, Channels channels, Meters meters) {
        this.meters = meters;
        this.deliveries = deliveries;
        this.postman = postman;
        this.channels = channels;
    }

    Uni<Void> send(Send send) {
        return claim(send, DeliveryId.parse(send.id()), Instant.now());
    }

    private Uni<Void> claim(Send send, DeliveryId id, Instant now) {
        return deliveries
                .on(id, new Claiming(send.attempt(), now, channels.onDoubt(id.channel())))
                .chain(state -> switch (state) {
                    case Claimed mine when mine.claimedAt().equals(now) -> deliver(id, mine);
                    // Somebody else is sending, or was: its answer, or a look at the end of the grace time, will tell.
                    case Claimed other
                    when other.attempt() == send.attempt() ->
                        Uni.createFrom().failure(new IllegalStateException("being sent since " + other.claimedAt()));
                    case Delivery _ -> Uni.createFrom().voidItem(); // done before
                });
    }

    private Uni<Void> deliver(DeliveryId id, Claimed claim) {
        Context context = Vertx.currentContext();
        return postman.post(claim.letter())
                .invoke(receipt -> log(id, claim, receipt))
                .emitOn(task -> context.runOnContext(_ -> task.run()))
                .chain(receipt -> settle(id, claim, receipt));
    }

    /** An answer that is lost here would leave a message in doubt that is not, so the database gets its time to come back. */
    private Uni<Void> settle(DeliveryId id, Claimed claim, Receipt receipt) {
        Context context = Vertx.currentContext();
        var answer = new Answered(claim.attempt(), receipt, Instant.now(), channels.onDoubt(id.channel()));
        return Uni.createFrom()
                .deferred(() -> deliveries.on(id, answer))
                .runSubscriptionOn(task -> context.runOnContext(_ -> task.run()))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(5))
                .expireIn(SETTLE_WITHIN.toMillis())
                .replaceWithVoid();
    }

    private void log(DeliveryId id, Claimed claim, Receipt receipt) {
        meters.count(id.channel(), claim.letter().notification().type(), receipt.word());
        LOGGER.infof(
                "delivery.attempted eventId=%s channel=%s attempt=%d outcome=%s ms=%d",
                id.event(),
                id.channel(),
                claim.attempt(),
                receipt,
                Duration.between(claim.claimedAt(), Instant.now()).toMillis());
    }
}
