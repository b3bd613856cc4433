package conveyarr.notification.out;

import conveyarr.flow.state.StateRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A delivery in PostgreSQL. */
@Entity
@Table(name = "delivery")
public class DeliveryRow extends StateRow {
    /** Set by the database when the row is made, for the order of the list. */
    @Column(name = "seen_at", insertable = false, updatable = false)
    Instant seenAt;
}
