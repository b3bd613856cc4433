package conveyarr.acquisition.out;

import conveyarr.acquisition.core.Kept;
import conveyarr.acquisition.core.cause.Vigil;
import conveyarr.events.MediaId;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds watches, and what is to be looked at. */
@Singleton
public class VigilRows {
    private static final int AT_A_TIME = 100;

    /** Never looked at, due, changed since, shown in the queue; or over, which nobody has noticed yet. */
    private static final String TO_LOOK_AT = """
            select a from AcquisitionRow a left join VigilRow v on v.id = a.id
            where substring(a.id, 1, ?1) = ?2 and (
                (a.kind in ('Wanted', 'Grabbed', 'Blocked')
                    and (v.id is null or v.dueAt <= ?3 or a.changedAt > v.changedAt or a.id in ?4))
                or (a.kind not in ('Wanted', 'Grabbed', 'Blocked') and v.kind = 'Watching'))
            order by coalesce(v.dueAt, a.changedAt), a.id""";

    private final Mutiny.SessionFactory db;

    VigilRows(@PersistenceUnit("acquisition") Mutiny.SessionFactory db) {
        this.db = db;
    }

    public Uni<List<Kept>> toLookAt(String instance, Collection<MediaId> queued, Instant now) {
        String own = instance + "|";
        List<String> ids =
                queued.stream().map(media -> Kept.id(instance, media)).toList();
        return db.withSession(session -> session.createSelectionQuery(TO_LOOK_AT, AcquisitionRow.class)
                .setParameter(1, own.length())
                .setParameter(2, own)
                .setParameter(3, now)
                .setParameter(4, ids.isEmpty() ? List.of("") : ids)
                .setMaxResults(AT_A_TIME + ids.size())
                .getResultList()
                .map(rows -> rows.stream().map(AcquisitionRows::kept).toList()));
    }

    public Uni<Map<String, Vigil>> of(Collection<String> ids) {
        return db.withSession(session -> session.createSelectionQuery("from VigilRow where id in ?1", VigilRow.class)
                .setParameter(1, ids.isEmpty() ? List.of("") : ids)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                VigilRow::id, row -> VigilRow.AGGREGATE.json().read(row)))));
    }
}
