package conveyarr.notification.out;

import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** What the owner set, each under a name, as JSON. */
@Singleton
public class SettingRows {
    private final Mutiny.SessionFactory db;

    SettingRows(@PersistenceUnit("notification") Mutiny.SessionFactory db) {
        this.db = db;
    }

    public Uni<Map<String, String>> all() {
        return db.withSession(session -> session.createNativeQuery(
                        "select name, body from notification.setting", Tuple.class)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> row.get(0, String.class), row -> row.get(1, String.class)))));
    }

    public Uni<Void> put(String name, String body) {
        return db.withTransaction(tx -> tx.createNativeQuery("""
                        insert into notification.setting (name, body) values (?1, ?2)
                        on conflict (name) do update set body = excluded.body, changed_at = now()""")
                .setParameter(1, name)
                .setParameter(2, body)
                .executeUpdate()
                .replaceWithVoid());
    }

    public Uni<Void> remove(String name) {
        return db.withTransaction(tx -> tx.createNativeQuery("delete from notification.setting where name = ?1")
                .setParameter(1, name)
                .executeUpdate()
                .replaceWithVoid());
    }
}
