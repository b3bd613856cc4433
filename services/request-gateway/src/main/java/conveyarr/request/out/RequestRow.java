package conveyarr.request.out;

import conveyarr.flow.state.StateRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A request in PostgreSQL. */
@Entity
@Table(name = "request")
public class RequestRow extends StateRow {}
