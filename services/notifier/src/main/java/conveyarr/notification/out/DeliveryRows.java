package conveyarr.notification.out;

import conveyarr.flow.state.Aggregate;
import conveyarr.flow.wire.Json;
import conveyarr.notification.Listing;
import conveyarr.notification.Listing.Listed;
import conveyarr.notification.Listing.Place;
import conveyarr.notification.core.Delivery;
import conveyarr.notification.core.News;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds deliveries. */
@Singleton
public class DeliveryRows {
    public static final Aggregate<Delivery, DeliveryRow> AGGREGATE =
            Aggregate.of(Delivery.class, _ -> new Delivery.Unknown(), DeliveryRow.class, DeliveryRow::new);

    private final Mutiny.SessionFactory db;

    DeliveryRows(@PersistenceUnit("notification") Mutiny.SessionFactory db) {
        this.db = db;
    }

    public Uni<Delivery> find(String id) {
        return db.withSession(session -> session.find(DeliveryRow.class, id)
                .map(row ->
                        row == null ? new Delivery.Unknown() : AGGREGATE.json().read(row)));
    }

    public Uni<List<Listed>> list(Listing what) {
        return db.withSession(session -> session.createSelectionQuery("""
                        from DeliveryRow
                        where (?1 = '' or kind = ?1)
                            and (?2 = '' or function('split_part', id, '|', 2) = ?2)
                            and (?3 = '' or function('split_part', id, '|', 1) = ?3)
                            and (seenAt < ?4 or seenAt = ?4 and id > ?5)
                        order by seenAt desc, id""", DeliveryRow.class)
                .setParameter(1, what.kind().orElse(""))
                .setParameter(2, what.channel().orElse(""))
                .setParameter(3, what.event().orElse(""))
                .setParameter(4, what.after().seenAt())
                .setParameter(5, what.after().id())
                .setMaxResults(what.limit())
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Listed(
                                new Place(row.seenAt, row.id()),
                                AGGREGATE.json().read(row)))
                        .toList()));
    }

    /** What was lately told of such events, one for each event: what a template can be tried with. */
    public Uni<List<News>> lately(String type, int most) {
        return db.withSession(session -> session.createNativeQuery("""
                        select state::jsonb -> 'letter' -> 'origin' ->> 'news' from notification.delivery
                        where state::jsonb -> 'letter' -> 'origin' -> 'news' ->> 'type' = ?1
                        order by seen_at desc limit ?2""", String.class)
                .setParameter(1, type)
                .setParameter(2, most)
                .getResultList()
                .map(found -> found.stream()
                        .map(json -> Json.read(json, News.class))
                        .distinct()
                        .toList()));
    }
}
