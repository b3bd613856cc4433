package conveyarr.acquisition.out;

import conveyarr.acquisition.core.cause.Tunnel;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds what was said of VPN gateways. */
@Singleton
public class TunnelRows {
    private final Mutiny.SessionFactory db;

    TunnelRows(@PersistenceUnit("acquisition") Mutiny.SessionFactory db) {
        this.db = db;
    }

    public Uni<List<Tunnel>> all() {
        return db.withSession(session -> session.createSelectionQuery("from TunnelRow", TunnelRow.class)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> TunnelRow.AGGREGATE.json().read(row))
                        .toList()));
    }
}
