package conveyarr.notification.out;

import conveyarr.flow.state.Aggregate;
import conveyarr.flow.state.StateRow;
import conveyarr.notification.core.hold.Hold;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A trouble that is watched, in PostgreSQL. */
@Entity
@Table(name = "hold")
public class HoldRow extends StateRow {
    public static final Aggregate<Hold, HoldRow> AGGREGATE =
            Aggregate.of(Hold.class, _ -> new Hold.Calm(), HoldRow.class, HoldRow::new);
}
