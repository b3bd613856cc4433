package conveyarr.acquisition.out;

import conveyarr.flow.state.StateRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** An acquisition in PostgreSQL. */
@Entity
@Table(name = "acquisition")
public class AcquisitionRow extends StateRow {}
