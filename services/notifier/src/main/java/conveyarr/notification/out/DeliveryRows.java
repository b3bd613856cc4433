package conveyarr.notification.out;

import conveyarr.flow.state.Aggregate;
import conveyarr.notification.core.Delivery;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds deliveries. */
@Singleton
public class DeliveryRows {
    public static final Aggregate<Delivery, DeliveryRow> AGGREGATE =
            Aggregate.of(Delivery.class, _ -> new Delivery.Unknown(), DeliveryRow.class, DeliveryRow::new);

    private static final int MOST_AT_ONCE = 100;

    private final Mutiny.SessionFactory db;

    DeliveryRows(@PersistenceUnit("notification") Mutiny.SessionFactory db) {
        this.db = db;
    }

    /** Newest first; of one state, by the name of its record, or of all. */
    public Uni<List<Delivery>> newest(int limit, Optional<String> kind) {
        return db.withSession(session -> session.createSelectionQuery(
                        "from DeliveryRow where ?1 is null or kind = ?1 order by seenAt desc, id", DeliveryRow.class)
                .setParameter(1, kind.orElse(null))
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(AGGREGATE.json()::read).toList()));
    }

    /** The ids of those that wait for their next try and are due. */
    public Uni<List<String>> due(Instant now) {
        return db.withSession(session -> session.createNativeQuery("""
                        select id from notification.delivery
                        where kind = 'Retrying' and (state::jsonb ->> 'dueAt')::timestamptz <= ?1
                        order by changed_at limit ?2""", String.class)
                .setParameter(1, now)
                .setParameter(2, MOST_AT_ONCE)
                .getResultList());
    }
}
