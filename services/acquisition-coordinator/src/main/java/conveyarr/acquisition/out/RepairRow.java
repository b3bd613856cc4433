package conveyarr.acquisition.out;

import conveyarr.flow.state.StateRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The repairs at one *arr in PostgreSQL. */
@Entity
@Table(name = "repairs")
public class RepairRow extends StateRow {}
