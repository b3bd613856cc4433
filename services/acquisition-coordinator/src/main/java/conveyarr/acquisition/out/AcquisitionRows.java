package conveyarr.acquisition.out;

import conveyarr.acquisition.core.Acquisition;
import conveyarr.acquisition.core.Kept;
import conveyarr.events.MediaId;
import conveyarr.flow.state.Aggregate;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds acquisitions. */
@Singleton
public class AcquisitionRows {
    public static final Aggregate<Acquisition, AcquisitionRow> AGGREGATE =
            Aggregate.of(Acquisition.class, _ -> new Acquisition.Unknown(), AcquisitionRow.class, AcquisitionRow::new);

    private final Mutiny.SessionFactory db;

    AcquisitionRows(@PersistenceUnit("acquisition") Mutiny.SessionFactory db) {
        this.db = db;
    }

    public Uni<Acquisition> one(String instance, MediaId media) {
        return db.withSession(session -> session.find(AcquisitionRow.class, Kept.id(instance, media))
                .map(row -> row == null
                        ? new Acquisition.Unknown()
                        : AGGREGATE.json().read(row)));
    }

    /** Of this title, in each of the instances that know it. */
    public Uni<List<Kept>> of(MediaId media, List<String> instances) {
        var ids = instances.stream().map(instance -> Kept.id(instance, media)).toList();
        return db.withSession(session -> session.createSelectionQuery(
                        "from AcquisitionRow where id in ?1 order by id", AcquisitionRow.class)
                .setParameter(1, ids)
                .getResultList()
                .map(rows -> rows.stream().map(AcquisitionRows::kept).toList()));
    }

    /** All that is neither over nor unknown. */
    public Uni<List<Kept>> underWay() {
        return db.withSession(session -> session.createSelectionQuery(
                        "from AcquisitionRow where kind in ('Wanted', 'Grabbed', 'Blocked') order by id",
                        AcquisitionRow.class)
                .getResultList()
                .map(rows -> rows.stream().map(AcquisitionRows::kept).toList()));
    }

    /** All of an instance that is neither unknown nor off its list. */
    public Uni<List<Kept>> listed(String instance) {
        String own = instance + "|";
        return db.withSession(session -> session.createSelectionQuery(
                        "from AcquisitionRow where substring(id, 1, ?1) = ?2 and kind not in ('Unknown', 'Removed') order by id",
                        AcquisitionRow.class)
                .setParameter(1, own.length())
                .setParameter(2, own)
                .getResultList()
                .map(rows -> rows.stream().map(AcquisitionRows::kept).toList()));
    }

    static Kept kept(AcquisitionRow row) {
        String[] parts = row.id().split("\\|", 2);
        return new Kept(parts[0], new MediaId(parts[1]), AGGREGATE.json().read(row));
    }
}
