package conveyarr.notification.out;

import conveyarr.flow.state.Aggregate;
import conveyarr.flow.state.StateRow;
import conveyarr.notification.core.hold.Hold;
import conveyarr.notification.core.hold.Hold.Calm;
import conveyarr.notification.core.hold.Hold.Suspected;
import conveyarr.notification.core.hold.Hold.Told;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A trouble that is watched, in PostgreSQL. */
@Entity
@Table(name = "hold")
public class HoldRow extends StateRow {
    public static final Aggregate<Hold, HoldRow> AGGREGATE = Aggregate.of(
                    Hold.class, _ -> new Hold.Calm(), HoldRow.class, HoldRow::new)
            .with((state, row) -> row.note(state));

    /** Null for what does not wait. */
    @Column(name = "due_at")
    Instant dueAt;

    private void note(Hold state) {
        dueAt = switch (state) {
            case Suspected s -> s.dueAt();
            case Calm _, Told _ -> null;
        };
    }
}
