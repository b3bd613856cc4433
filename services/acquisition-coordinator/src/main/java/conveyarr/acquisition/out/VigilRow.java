package conveyarr.acquisition.out;

import conveyarr.acquisition.core.cause.Vigil;
import conveyarr.acquisition.core.cause.Vigil.AtRest;
import conveyarr.flow.state.Aggregate;
import conveyarr.flow.state.StateRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** The watch over a title in PostgreSQL. */
@Entity
@Table(name = "vigil")
public class VigilRow extends StateRow {
    public static final Aggregate<Vigil, VigilRow> AGGREGATE = Aggregate.of(
                    Vigil.class, _ -> new AtRest(Optional.empty()), VigilRow.class, VigilRow::new)
            .with((state, row) -> row.dueAt = state.due().orElse(null));

    /** Null when nothing is awaited. */
    @Column(name = "due_at")
    Instant dueAt;
}
