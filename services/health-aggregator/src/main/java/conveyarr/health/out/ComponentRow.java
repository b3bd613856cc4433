package conveyarr.health.out;

import conveyarr.flow.state.StateRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A program of the stack in PostgreSQL. */
@Entity
@Table(name = "component")
public class ComponentRow extends StateRow {}
