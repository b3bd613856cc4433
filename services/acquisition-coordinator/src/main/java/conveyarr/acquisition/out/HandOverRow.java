package conveyarr.acquisition.out;

import conveyarr.acquisition.core.handover.HandOver;
import conveyarr.acquisition.core.handover.HandOver.Waiting;
import conveyarr.flow.state.StateRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A request on its way to the *arr in PostgreSQL, and when it is to be looked for. */
@Entity
@Table(name = "hand_over")
public class HandOverRow extends StateRow {
    @Column(name = "due_at")
    Instant dueAt;

    static void columns(HandOver state, HandOverRow row) {
        row.dueAt = state instanceof Waiting waiting ? waiting.due() : null;
    }
}
