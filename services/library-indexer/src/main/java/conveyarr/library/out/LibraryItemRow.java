package conveyarr.library.out;

import conveyarr.flow.state.StateRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A library item in PostgreSQL. */
@Entity
@Table(name = "library_item")
public class LibraryItemRow extends StateRow {}
