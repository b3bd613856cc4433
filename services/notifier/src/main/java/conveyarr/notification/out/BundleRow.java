package conveyarr.notification.out;

import conveyarr.flow.state.Aggregate;
import conveyarr.flow.state.StateRow;
import conveyarr.notification.core.bundle.Bundle;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Events that are collected, in PostgreSQL. */
@Entity
@Table(name = "bundle")
public class BundleRow extends StateRow {
    public static final Aggregate<Bundle, BundleRow> AGGREGATE =
            Aggregate.of(Bundle.class, _ -> new Bundle.Empty(), BundleRow.class, BundleRow::new);
}
