package conveyarr.acquisition.out;

import conveyarr.acquisition.core.cause.Tunnel;
import conveyarr.flow.state.Aggregate;
import conveyarr.flow.state.StateRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What was last said of a VPN gateway, in PostgreSQL. */
@Entity
@Table(name = "tunnel")
public class TunnelRow extends StateRow {
    public static final Aggregate<Tunnel, TunnelRow> AGGREGATE =
            Aggregate.of(Tunnel.class, _ -> Tunnel.UNKNOWN, TunnelRow.class, TunnelRow::new);
}
