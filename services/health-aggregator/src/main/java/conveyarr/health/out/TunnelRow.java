package conveyarr.health.out;

import conveyarr.flow.state.StateRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A VPN tunnel in PostgreSQL. */
@Entity
@Table(name = "tunnel")
public class TunnelRow extends StateRow {}
