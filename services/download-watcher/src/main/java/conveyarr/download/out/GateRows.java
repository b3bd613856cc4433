package conveyarr.download.out;

import conveyarr.download.core.gate.Gate;
import conveyarr.flow.state.Aggregate;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds gates. */
@Singleton
public class GateRows {
    public static final Aggregate<Gate, GateRow> AGGREGATE =
            Aggregate.of(Gate.class, _ -> Gate.OPEN, GateRow.class, GateRow::new);

    private final Mutiny.SessionFactory db;

    GateRows(@PersistenceUnit("download") Mutiny.SessionFactory db) {
        this.db = db;
    }

    public Uni<Gate> of(String client) {
        return db.withSession(session -> session.find(GateRow.class, client)
                .map(row -> row == null ? Gate.OPEN : AGGREGATE.json().read(row)));
    }
}
