package conveyarr.notification.out;

import conveyarr.flow.wire.Json;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** What the owner set, each under a name, as JSON. */
@Singleton
public class SettingRows {
    /** When a channel was there first, under its name. */
    public static final String CHANNEL_SINCE = "channel-since:";

    /** Those of the first start are there for as long as the notifier is. */
    private static final String NEW_CHANNELS = """
            insert into notification.setting (name, body)
            select '%s' || channel, case when known.name is null then started.body else ?2 end
            from unnest(string_to_array(?1, chr(10))) channel
            join notification.setting started on started.name = 'started-at'
            left join notification.setting known on known.name = 'channels-known'
            on conflict (name) do nothing""".formatted(CHANNEL_SINCE);

    private static final String KNOWN_NOW =
            "insert into notification.setting (name, body) values ('channels-known', 'true') on conflict do nothing";

    private static final String GONE_CHANNELS = """
            delete from notification.setting where starts_with(name, '%1$s')
            and name not in (select '%1$s' || channel from unnest(string_to_array(?1, chr(10))) channel)""".formatted(CHANNEL_SINCE);

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

    /** Channels that are new are there from {@code now} on; one that was taken out and comes back is new again. */
    public Uni<Void> begin(Collection<String> channels, Instant now) {
        String names = String.join("\n", channels);
        return db.withTransaction(tx -> tx.createNativeQuery(NEW_CHANNELS)
                .setParameter(1, names)
                .setParameter(2, Json.write(now))
                .executeUpdate()
                .chain(() -> tx.createNativeQuery(KNOWN_NOW).executeUpdate())
                .chain(() -> tx.createNativeQuery(GONE_CHANNELS)
                        .setParameter(1, names)
                        .executeUpdate())
                .replaceWithVoid());
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
