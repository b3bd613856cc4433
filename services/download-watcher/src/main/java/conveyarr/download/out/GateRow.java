package conveyarr.download.out;

import conveyarr.flow.state.StateRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The gate of a client in PostgreSQL. */
@Entity
@Table(name = "gate")
public class GateRow extends StateRow {}
