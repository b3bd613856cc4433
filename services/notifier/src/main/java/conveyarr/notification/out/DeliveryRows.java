package conveyarr.notification.out;

import conveyarr.flow.wire.Json;
import conveyarr.notification.Listing;
import conveyarr.notification.Listing.Listed;
import conveyarr.notification.Listing.Place;
import conveyarr.notification.core.Delivery;
import conveyarr.notification.core.Delivery.Letter;
import conveyarr.notification.core.News;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds deliveries. */
@Singleton
public class DeliveryRows {
    private final Mutiny.SessionFactory db;

    DeliveryRows(@PersistenceUnit("notification") Mutiny.SessionFactory db) {
        this.db = db;
    }

    public Uni<Delivery> find(String id) {
        return db.withSession(session -> session.find(DeliveryRow.class, id)
                .map(row -> row == null
                        ? new Delivery.Unknown()
                        : DeliveryRow.AGGREGATE.json().read(row)));
    }

    /**
     * Whether a letter that was written after this one has changed this very message already; one that went out beside it said only its own.
     */
    Uni<Boolean> overtaken(Letter letter, String message) {
        String change = letter.origin()
                .change()
                .map(one -> "\"change\":{\"id\":" + Json.write(one.id()))
                .orElseThrow();
        return db.withSession(session -> session.createNativeQuery("""
                        select exists (select 1 from notification.delivery mine
                            join notification.delivery newer on newer.seen_at > mine.seen_at
                            where mine.id = ?1 and newer.kind = 'Sent' and position(?2 in newer.state) > 0
                                and right(newer.state, length(?3)) = ?3)""", Boolean.class)
                .setParameter(1, letter.id().toString())
                .setParameter(2, change)
                .setParameter(3, ",\"message\":" + Json.write(message) + "}")
                .getSingleResult());
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
                                DeliveryRow.AGGREGATE.json().read(row)))
                        .toList()));
    }

    /** What was lately told of such events, one for each event: what a template can be tried with. */
    public Uni<List<News>> lately(String type, int most) {
        return db.withSession(session -> session.createSelectionQuery(
                        "from DeliveryRow where type = ?1 order by seenAt desc", DeliveryRow.class)
                .setParameter(1, type)
                .setMaxResults(most)
                .getResultList()
                .map(rows -> rows.stream()
                        .flatMap(row -> DeliveryRow.AGGREGATE.json().read(row).news().stream())
                        .distinct()
                        .toList()));
    }
}
