package conveyarr.notification.out;

import conveyarr.events.Subject;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** Remembers who asked for what. */
@Singleton
public class RequesterRows {
    private final Mutiny.SessionFactory db;

    RequesterRows(@PersistenceUnit("notification") Mutiny.SessionFactory db) {
        this.db = db;
    }

    public Uni<Void> learn(Subject media, String person) {
        return db.withTransaction(tx -> tx.createNativeQuery(
                        "insert into notification.requester (media, person) values (?1, ?2) on conflict do nothing")
                .setParameter(1, media.key())
                .setParameter(2, person)
                .executeUpdate()
                .replaceWithVoid());
    }

    public Uni<Set<String>> of(Subject media) {
        return db.withSession(session -> session.createNativeQuery(
                        "select person from notification.requester where media = ?1", String.class)
                .setParameter(1, media.key())
                .getResultList()
                .map(Set::copyOf));
    }
}
