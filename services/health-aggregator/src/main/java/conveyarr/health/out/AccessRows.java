package conveyarr.health.out;

import conveyarr.health.core.access.Account;
import conveyarr.health.core.access.Book;
import conveyarr.health.core.access.Password;
import conveyarr.health.core.access.Role;
import conveyarr.health.core.access.Session;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps the accounts, and the sessions that were ended until they would have ended by themselves. */
@Singleton
public class AccessRows {
    private static final String KEEP = """
            insert into health.account (name, role, password, generation) values (?1, ?2, ?3, ?4)
            on conflict (name) do update set role = excluded.role, password = excluded.password, generation = excluded.generation
            """;

    private final Mutiny.SessionFactory db;

    AccessRows(@PersistenceUnit("health") Mutiny.SessionFactory db) {
        this.db = db;
    }

    public Uni<Book> read() {
        return db.withSession(session -> session.createNativeQuery(
                        "select name, role, password, generation from health.account", Object[].class)
                .getResultList()
                .chain(accounts -> session.createNativeQuery(
                                "select id from health.ended_session where until > now()", String.class)
                        .getResultList()
                        .map(ended -> new Book(byName(accounts), Set.copyOf(ended)))));
    }

    private static Map<String, Account> byName(Iterable<Object[]> rows) {
        var accounts = new HashMap<String, Account>();
        for (Object[] row : rows) {
            var role = Role.of((String) row[1]).orElse(Role.READER);
            var account = new Account((String) row[0], role, new Password((String) row[2]), (Integer) row[3]);
            accounts.put(account.name(), account);
        }
        return Map.copyOf(accounts);
    }

    public static Uni<Void> keep(Mutiny.Session tx, Account account) {
        return tx.createNativeQuery(KEEP)
                .setParameter(1, account.name())
                .setParameter(2, account.role().word())
                .setParameter(3, account.password().kept())
                .setParameter(4, account.generation())
                .executeUpdate()
                .replaceWithVoid();
    }

    public static Uni<Void> remove(Mutiny.Session tx, String name) {
        return tx.createNativeQuery("delete from health.account where name = ?1")
                .setParameter(1, name)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** And forgets those that are over anyway. */
    public static Uni<Void> end(Mutiny.Session tx, Session session) {
        return tx.createNativeQuery("delete from health.ended_session where until < now()")
                .executeUpdate()
                .chain(() -> tx.createNativeQuery(
                                "insert into health.ended_session (id, until) values (?1, ?2) on conflict do nothing")
                        .setParameter(1, session.id())
                        .setParameter(2, session.until())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
