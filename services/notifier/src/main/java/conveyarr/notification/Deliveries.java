package conveyarr.notification;

import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.state.Bulk;
import conveyarr.flow.state.Bulk.Input;
import conveyarr.notification.Listing.Listed;
import conveyarr.notification.Meters.Step;
import conveyarr.notification.core.Delivery;
import conveyarr.notification.core.Delivery.Claimed;
import conveyarr.notification.core.Delivery.Failed;
import conveyarr.notification.core.Delivery.InDoubt;
import conveyarr.notification.core.Delivery.Queued;
import conveyarr.notification.core.Delivery.Retrying;
import conveyarr.notification.core.Delivery.Sent;
import conveyarr.notification.core.Delivery.Suppressed;
import conveyarr.notification.core.Delivery.Unknown;
import conveyarr.notification.core.DeliveryId;
import conveyarr.notification.core.Ledger;
import conveyarr.notification.core.News;
import conveyarr.notification.core.OnDoubt;
import conveyarr.notification.core.Signal;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** The ledger: one row per event, channel and person. */
@Singleton
public class Deliveries {
    private static final Logger LOGGER = Logger.getLogger(Deliveries.class);

    private final Ledger ledger;
    private final DeliveryRows rows;
    private final DueRows due;
    private final Meters meters;
    private final Bulk<Delivery, DeliveryRow> bulk;

    Deliveries(NotificationFlow flow, NotificationConfig config, DeliveryRows rows, DueRows due, Meters meters) {
        this.meters = meters;
        this.rows = rows;
        this.ledger = new Ledger(config.oldest(), config.patience());
        this.due = due;
        this.bulk = flow.bulk(DeliveryRow.AGGREGATE);
    }

    /** All of it in one transaction. The second time nothing happens. */
    Uni<Void> begin(List<First> all) {
        all.forEach(this::note);
        return all.isEmpty()
                ? Uni.createFrom().voidItem()
                : bulk.handle(all.stream().map(this::input).toList()).replaceWithVoid();
    }

    private Input<Delivery> input(First first) {
        DeliveryId id = first.letter().id();
        return new Input<>(id.toString(), cause(id), true, state -> ledger.on(state, first.signal()));
    }

    private void note(First first) {
        DeliveryId id = first.letter().id();
        String type = first.letter().notification().type();
        if (first.signal() instanceof Silenced) {
            meters.count(id.channel(), type, "suppressed");
        }
        LOGGER.infof(
                "delivery.made eventId=%s type=%s about=%s channel=%s",
                id.event(), type, first.letter().notification().about().key(), id.channel());
    }

    /** What happens to a delivery on its way; gives its state after that. */
    public Uni<Delivery> on(DeliveryId id, Signal signal) {
        return on(List.of(id), _ -> signal).map(List::getFirst);
    }

    /** The same for many in one transaction; {@code signal} is made of the state in which each is found. */
    private Uni<List<Delivery>> on(List<DeliveryId> ids, Function<Delivery, Signal> signal) {
        var steps = new ConcurrentHashMap<DeliveryId, Step>();
        return bulk.handle(ids.stream()
                        .map(id -> new Input<Delivery>(id.toString(), cause(id), false, state -> {
                            var said = signal.apply(state);
                            var next = ledger.on(state, said);
                            steps.put(id, new Step(state, said, next.state()));
                            return next;
                        }))
                        .toList())
                .invoke(() -> steps.values().forEach(meters::count));
    }

    /** Sends again what is due by now. */
    public Uni<Void> retry(Instant now) {
        return due.due(Kind.RETRIES, now).chain(ids -> all(ids, _ -> new ClockTicked(now)));
    }

    /** Settles the claims that were made before {@code until}: nobody holds them any more. */
    Uni<Void> settle(Instant until, Instant now, Function<Claimed, OnDoubt> policy) {
        return due.due(Kind.CLAIMS, until)
                .chain(ids -> all(
                        ids,
                        state -> state instanceof Claimed claim
                                ? new Claiming(claim.attempt(), now, policy.apply(claim))
                                : new ClockTicked(now))); // somebody was faster
    }

    private Uni<Void> all(List<String> ids, Function<Delivery, Signal> signal) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : on(ids.stream().map(DeliveryId::parse).toList(), signal).replaceWithVoid();
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
