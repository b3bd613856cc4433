package conveyarr.notification.out;

import conveyarr.events.Subject;
import conveyarr.notification.core.Title;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Remembers what a media id is called. */
@Singleton
public class TitleRows {
    private final Mutiny.SessionFactory db;

    TitleRows(@PersistenceUnit("notification") Mutiny.SessionFactory db) {
        this.db = db;
    }

    public Uni<Void> learn(Subject about, Title title) {
        return db.withTransaction(tx -> tx.createNativeQuery("""
                        insert into notification.title as known (media, name, year) values (?1, ?2, ?3)
                        on conflict (media) do update set name = excluded.name, year = excluded.year
                        where known.name <> excluded.name or known.year is distinct from excluded.year""")
                .setParameter(1, about.key())
                .setParameter(2, title.name().replace("\0", ""))
                .setParameter(3, title.year().orElse(null))
                .executeUpdate()
                .replaceWithVoid());
    }

    public Uni<Optional<Title>> of(Subject about) {
        return db.withSession(session -> session.createNativeQuery(
                        "select name, year from notification.title where media = ?1", Tuple.class)
                .setParameter(1, about.key())
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row)
                        .map(found -> new Title(
                                found.get(0, String.class), Optional.ofNullable(found.get(1, Integer.class))))));
    }
}
