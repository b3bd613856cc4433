package conveyarr.health.out;

import conveyarr.flow.state.Aggregate;
import conveyarr.flow.state.StateRow;
import conveyarr.health.core.Component;
import conveyarr.health.core.Tunnel;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds what we know of the programs and tunnels. */
@Singleton
public class StackRows {
    public static final Aggregate<Component, ComponentRow> COMPONENTS =
            Aggregate.of(Component.class, Component.Unknown::new, ComponentRow.class, ComponentRow::new);
    public static final Aggregate<Tunnel, TunnelRow> TUNNELS =
            Aggregate.of(Tunnel.class, Tunnel.Unknown::new, TunnelRow.class, TunnelRow::new);

    private final Mutiny.SessionFactory db;

    StackRows(@PersistenceUnit("health") Mutiny.SessionFactory db) {
        this.db = db;
    }

    public Uni<List<Component>> components() {
        return all(COMPONENTS);
    }

    public Uni<List<Tunnel>> tunnels() {
        return all(TUNNELS);
    }

    private <S, R extends StateRow> Uni<List<S>> all(Aggregate<S, R> of) {
        return db.withSession(session -> session.createSelectionQuery(
                        "from " + of.rowType().getSimpleName() + " order by id", of.rowType())
                .getResultList()
                .map(rows -> rows.stream().map(of.json()::read).toList()));
    }
}
