package conveyarr.notification;

import conveyarr.events.DomainEvent;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Received;
import conveyarr.flow.state.Handler;
import conveyarr.notification.channel.Channels;
import conveyarr.notification.core.Announcer;
import conveyarr.notification.core.Delivery;
import conveyarr.notification.core.DeliveryId;
import conveyarr.notification.core.Ledger;
import conveyarr.notification.core.Notification;
import conveyarr.notification.core.Signal;
import conveyarr.notification.core.Signal.Announced;
import conveyarr.notification.core.Signal.ClockTicked;
import conveyarr.notification.core.Title;
import conveyarr.notification.out.DeliveryRow;
import conveyarr.notification.out.DeliveryRows;
import conveyarr.notification.out.TitleRows;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** What people are told: one input, one transaction per channel. */
@Singleton
public class Notifications {
    private static final Logger LOGGER = Logger.getLogger(Notifications.class);

    private final Announcer announcer;
    private final Ledger ledger;
    private final Channels channels;
    private final TitleRows titles;
    private final DeliveryRows rows;
    private final Handler<Delivery, DeliveryRow> handler;

    Notifications(
            NotificationFlow flow, NotificationConfig config, Channels channels, TitleRows titles, DeliveryRows rows) {
        this.announcer = new Announcer(config.rules());
        this.ledger = new Ledger(config.rules(), config.patience());
        this.channels = channels;
        this.titles = titles;
        this.rows = rows;
        this.handler = flow.handler(DeliveryRows.AGGREGATE);
    }

    /** An event of another service, seen at {@code now}. */
    public Uni<Void> hear(Received<? extends DomainEvent> received, Instant now) {
        DomainEvent event = received.event();
        return Title.in(event)
                .map(title -> titles.learn(event.about(), title))
                .orElseGet(() -> Uni.createFrom().voidItem())
                .chain(() -> titles.of(event.about()))
                .chain(title -> announcer
                        .announce(event, received.occurrence(), title)
                        .map(told -> tell(told, received.occurrence(), now))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> tell(Notification told, Occurrence cause, Instant now) {
        LOGGER.infof(
                "event.heard eventId=%s type=%s about=%s channels=%d",
                told.event(), told.type(), told.about().key(), channels.names().size());
        return forEach(channels.names(), channel -> {
            var announced = new Announced(channel, told, now);
            return handler.handle(
                    new DeliveryId(told.event(), channel).toString(), cause, state -> ledger.on(state, announced));
        });
    }

    /** What happens to a delivery on its way; gives its state after that. */
    public Uni<Delivery> on(DeliveryId id, Signal signal) {
        var cause = new Occurrence(id.event(), Instant.EPOCH, Via.SELF, id.channel());
        var after = new AtomicReference<Delivery>();
        return handler.observe(id.toString(), cause, state -> {
                    var next = ledger.on(state, signal);
                    after.set(next.state());
                    return next;
                })
                .map(_ -> after.get());
    }

    /** Sends again what is due by now. */
    public Uni<Void> retry(Instant now) {
        return rows.due(now)
                .chain(due -> forEach(due, id -> on(DeliveryId.parse(id), new ClockTicked(now))
                        .replaceWithVoid()));
    }

    /** Newest first; of one state, by the name of its record, or of all. */
    public Uni<List<Delivery>> newest(int limit, Optional<String> kind) {
        return rows.newest(limit, kind);
    }

    private static <T> Uni<Void> forEach(Collection<T> items, Function<T, Uni<? extends Void>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(step)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
