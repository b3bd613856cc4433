package conveyarr.notification.out;

import conveyarr.flow.state.Aggregate;
import conveyarr.flow.state.StateRow;
import conveyarr.notification.core.bundle.Bundle;
import conveyarr.notification.core.bundle.Bundle.Collecting;
import conveyarr.notification.core.bundle.Bundle.Empty;
import conveyarr.notification.core.bundle.Bundle.Told;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** Events that are collected, in PostgreSQL. */
@Entity
@Table(name = "bundle")
public class BundleRow extends StateRow {
    public static final Aggregate<Bundle, BundleRow> AGGREGATE = Aggregate.of(
                    Bundle.class, _ -> new Bundle.Empty(), BundleRow.class, BundleRow::new)
            .with((state, row) -> row.note(state));

    /** Null for what does not wait. */
    @Column(name = "due_at")
    Instant dueAt;

    private void note(Bundle state) {
        dueAt = switch (state) {
            case Collecting c -> c.dueAt();
            case Empty _, Told _ -> null;
        };
    }
}
