package conveyarr.notification;

import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.InOrder;
import conveyarr.flow.state.Handler;
import conveyarr.notification.Listing.Listed;
import conveyarr.notification.core.Delivery;
import conveyarr.notification.core.Delivery.Claimed;
import conveyarr.notification.core.Delivery.Failed;
import conveyarr.notification.core.Delivery.InDoubt;
import conveyarr.notification.core.Delivery.Letter;
import conveyarr.notification.core.Delivery.Queued;
import conveyarr.notification.core.Delivery.Retrying;
import conveyarr.notification.core.Delivery.Sent;
import conveyarr.notification.core.Delivery.Suppressed;
import conveyarr.notification.core.Delivery.Unknown;
import conveyarr.notification.core.DeliveryId;
import conveyarr.notification.core.Ledger;
import conveyarr.notification.core.News;
import conveyarr.notification.core.Signal;
import conveyarr.notification.core.Signal.Announced;
import conveyarr.notification.core.Signal.AskedAgain;
import conveyarr.notification.core.Signal.Claiming;
import conveyarr.notification.core.Signal.ClockTicked;
import conveyarr.notification.core.Signal.Silenced;
import conveyarr.notification.out.DeliveryRow;
import conveyarr.notification.out.DeliveryRows;
import conveyarr.notification.out.DueRows;
import conveyarr.notification.out.DueRows.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** The ledger: one row per event, channel and person. */
@Singleton
public class Deliveries {
    private static final Logger LOGGER = Logger.getLogger(Deliveries.class);

    private final Ledger ledger;
    private final DeliveryRows rows;
    private final DueRows due;
    private final Meters meters;
    private final Handler<Delivery, DeliveryRow> handler;

    Deliveries(NotificationFlow flow, NotificationConfig config, DeliveryRows rows, DueRows due, Meters meters) {
        this.meters = meters;
        this.rows = rows;
        this.ledger = new Ledger(config.oldest(), config.patience());
        this.due = due;
        this.handler = flow.handler(DeliveryRow.AGGREGATE);
    }

    /** To be sent as soon as possible, unless it is too old at {@code seenAt}. The second time nothing happens. */
    public Uni<Void> tell(Letter letter, Instant seenAt) {
        return first(letter, new Announced(letter, seenAt));
    }

    /** Written down, and not sent. */
    public Uni<Void> silence(Letter letter, String reason, Instant seenAt) {
        meters.count(letter.target().channel(), letter.notification().type(), "suppressed");
        return first(letter, new Silenced(letter, reason, seenAt));
    }

    private Uni<Void> first(Letter letter, Signal signal) {
        DeliveryId id = letter.id();
        LOGGER.infof(
                "delivery.made eventId=%s type=%s about=%s channel=%s",
                id.event(),
                letter.notification().type(),
                letter.notification().about().key(),
                id.channel());
        return handler.handle(id.toString(), cause(id), state -> ledger.on(state, signal));
    }

    /** What happens to a delivery on its way; gives its state after that. */
    public Uni<Delivery> on(DeliveryId id, Signal signal) {
        var step = new AtomicReference<Step>();
        return handler.observe(id.toString(), cause(id), state -> {
                    var next = ledger.on(state, signal);
                    step.set(new Step(state, signal, next.state()));
                    return next;
                })
                .invoke(() -> count(step.get()))
                .map(_ -> step.get().after());
    }

    private record Step(Delivery before, Signal signal, Delivery after) {}

    /** Whoever hears an answer counts it; a claim whose answer never came is a doubt all the same. */
    private void count(Step step) {
        if (step instanceof Step(Claimed(var letter, var _, var _), Claiming _, var after)
                && !(after instanceof Claimed)) {
            meters.count(letter.target().channel(), letter.notification().type(), "doubt");
        }
    }

    /** Sends again what is due by now. */
    public Uni<Void> retry(Instant now) {
        return due.due(Kind.RETRIES, now)
                .chain(ids -> InOrder.each(ids, id -> on(DeliveryId.parse(id), new ClockTicked(now))
                        .replaceWithVoid()));
    }

    /** A person wants it sent again; gives its state before that, and does nothing unless it failed, is in doubt or was suppressed. */
    public Uni<Delivery> resend(DeliveryId id, Instant now) {
        return rows.find(id.toString()).chain(before -> switch (before) {
            case Failed _, InDoubt _, Suppressed _ -> {
                LOGGER.infof("delivery.resent eventId=%s channel=%s", id.event(), id.channel());
                yield on(id, new AskedAgain(now)).replaceWith(before);
            }
            case Unknown _, Queued _, Claimed _, Retrying _, Sent _ ->
                Uni.createFrom().item(before);
        });
    }

    public Uni<Delivery> find(DeliveryId id) {
        return rows.find(id.toString());
    }

    public Uni<List<Listed>> list(Listing what) {
        return rows.list(what);
    }

    /** Events of a type that were lately told. */
    public Uni<List<News>> lately(String type, int most) {
        return rows.lately(type, most);
    }

    private static Occurrence cause(DeliveryId id) {
        return new Occurrence(id.event(), Instant.EPOCH, Via.SELF, id.channel());
    }
}
