package conveyarr.acquisition.out;

import conveyarr.acquisition.core.repair.Repairs;
import conveyarr.flow.state.Aggregate;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds repairs. */
@Singleton
public class RepairRows {
    public static final Aggregate<Repairs, RepairRow> AGGREGATE =
            Aggregate.of(Repairs.class, Repairs::none, RepairRow.class, RepairRow::new);

    private final Mutiny.SessionFactory db;

    RepairRows(@PersistenceUnit("acquisition") Mutiny.SessionFactory db) {
        this.db = db;
    }

    public Uni<Repairs> of(String instance) {
        return db.withSession(session -> session.find(RepairRow.class, instance)
                .map(row ->
                        row == null ? Repairs.none(instance) : AGGREGATE.json().read(row)));
    }
}
