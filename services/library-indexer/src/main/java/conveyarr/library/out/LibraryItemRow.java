package conveyarr.library.out;

import conveyarr.flow.state.StateRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A library item in PostgreSQL. */
@Entity
@Table(name = "library_item")
public class LibraryItemRow extends StateRow {
    /** When its next scan is due; null when none is wanted. */
    @Column(name = "due_at")
    Instant dueAt;
}
