package conveyarr.notification.out;

import conveyarr.flow.loop.Calls;
import conveyarr.notification.NotificationFlow;
import conveyarr.notification.Notifications;
import conveyarr.notification.channel.Channels;
import conveyarr.notification.core.Call;
import conveyarr.notification.core.Call.Send;
import conveyarr.notification.core.Delivery;
import conveyarr.notification.core.Delivery.Claimed;
import conveyarr.notification.core.DeliveryId;
import conveyarr.notification.core.OnDoubt;
import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.Never;
import conveyarr.notification.core.Signal.Answered;
import conveyarr.notification.core.Signal.Claiming;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Sends: claims the delivery and commits, tries the channel once, writes down what came of it. */
@Startup
@Singleton
class SendCalls implements Calls<Call> {
    private static final Logger LOGGER = Logger.getLogger(SendCalls.class);
    private static final Duration SETTLE_WITHIN = Duration.ofSeconds(50);

    private final Notifications notifications;
    private final Channels channels;

    SendCalls(NotificationFlow flow, Notifications notifications, Channels channels) {
        this.notifications = notifications;
        this.channels = channels;
        flow.carryOut(this);
    }

    @Override
    public Class<Call> family() {
        return Call.class;
    }

    @Override
    public Uni<Void> make(Call call) {
        return switch (call) {
            case Send send -> claim(send, DeliveryId.parse(send.id()), Instant.now());
        };
    }

    private Uni<Void> claim(Send send, DeliveryId id, Instant now) {
        return notifications
                .on(id, new Claiming(send.attempt(), now, policy(id)))
                .chain(state -> switch (state) {
                    case Claimed mine when mine.claimedAt().equals(now) -> deliver(id, mine);
                    // Somebody else is sending, or was: its answer, or the end of the grace time, will tell.
                    case Claimed other
                    when other.attempt() == send.attempt() ->
                        Uni.createFrom().failure(new IllegalStateException("being sent since " + other.claimedAt()));
                    case Delivery _ -> Uni.createFrom().voidItem(); // done before
                });
    }

    private Uni<Void> deliver(DeliveryId id, Claimed claim) {
        Context context = Vertx.currentContext();
        return channels.named(id.channel())
                .map(channel -> channel.send(claim.letter().notification(), Optional.empty()))
                .orElseGet(() -> Uni.createFrom().item(new Never("no channel is called " + id.channel() + " any more")))
                .invoke(receipt -> log(id, claim, receipt))
                .emitOn(task -> context.runOnContext(_ -> task.run()))
                .chain(receipt -> settle(id, claim, receipt));
    }

    /** An answer that is lost here would leave a message in doubt that is not, so the database gets its time to come back. */
    private Uni<Void> settle(DeliveryId id, Claimed claim, Receipt receipt) {
        Context context = Vertx.currentContext();
        var answer = new Answered(claim.attempt(), receipt, Instant.now(), policy(id));
        return Uni.createFrom()
                .deferred(() -> notifications.on(id, answer))
                .runSubscriptionOn(task -> context.runOnContext(_ -> task.run()))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(5))
                .expireIn(SETTLE_WITHIN.toMillis())
                .replaceWithVoid();
    }

    private OnDoubt policy(DeliveryId id) {
        return channels.named(id.channel()).map(channel -> channel.onDoubt()).orElse(OnDoubt.DROP);
    }

    private static void log(DeliveryId id, Claimed claim, Receipt receipt) {
        LOGGER.infof(
                "delivery.attempted eventId=%s channel=%s attempt=%d outcome=%s ms=%d",
                id.event(),
                id.channel(),
                claim.attempt(),
                receipt,
                Duration.between(claim.claimedAt(), Instant.now()).toMillis());
    }
}
