package conveyarr.notification.out;

import conveyarr.flow.state.Aggregate;
import conveyarr.flow.state.StateRow;
import conveyarr.notification.core.Delivery;
import conveyarr.notification.core.Delivery.Claimed;
import conveyarr.notification.core.Delivery.Failed;
import conveyarr.notification.core.Delivery.InDoubt;
import conveyarr.notification.core.Delivery.Queued;
import conveyarr.notification.core.Delivery.Retrying;
import conveyarr.notification.core.Delivery.Sent;
import conveyarr.notification.core.Delivery.Suppressed;
import conveyarr.notification.core.Delivery.Unknown;
import conveyarr.notification.core.News;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A delivery in PostgreSQL. */
@Entity
@Table(name = "delivery")
public class DeliveryRow extends StateRow {
    public static final Aggregate<Delivery, DeliveryRow> AGGREGATE = Aggregate.of(
                    Delivery.class, _ -> new Delivery.Unknown(), DeliveryRow.class, DeliveryRow::new)
            .with((state, row) -> row.note(state));

    /** Set by the database when the row is made, for the order of the list. */
    @Column(name = "seen_at", insertable = false, updatable = false)
    Instant seenAt;

    /** Of a claim, since when it is; null for what does not wait. */
    @Column(name = "due_at")
    Instant dueAt;

    /** That of the event; null for a message of several. */
    @Column(name = "type")
    String type;

    private void note(Delivery state) {
        type = state.news().map(News::type).orElse(null);
        dueAt = switch (state) {
            case Retrying r -> r.dueAt();
            case Claimed c -> c.claimedAt();
            case Unknown _, Queued _, Sent _, Failed _, Suppressed _, InDoubt _ -> null;
        };
    }
}
