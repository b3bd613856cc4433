package conveyarr.health.out;

import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Checks that somebody does not want to hear of for a while. */
@Singleton
public class MuteRows {
    private static final String MUTE = """
            insert into health.check_mute (check_id, muted_until) values (?1, ?2)
            on conflict (check_id) do update set muted_until = excluded.muted_until
            """;

    private final Mutiny.SessionFactory db;

    MuteRows(@PersistenceUnit("health") Mutiny.SessionFactory db) {
        this.db = db;
    }

    /** Those that are not over, by check. */
    public Uni<Map<String, Instant>> at(Instant now) {
        return db.withSession(session -> session.createNativeQuery(
                        "select check_id, muted_until from health.check_mute where muted_until > ?1", Object[].class)
                .setParameter(1, now)
                .getResultList()
                .map(rows -> {
                    var mutes = new HashMap<String, Instant>();
                    rows.forEach(row -> mutes.put((String) row[0], instant(row[1])));
                    return mutes;
                }));
    }

    /** A moment that has passed ends a mute. */
    public Uni<Void> mute(String check, Instant until) {
        return db.withTransaction(session -> session.createNativeQuery(MUTE)
                .setParameter(1, check.replace("\0", ""))
                .setParameter(2, until)
                .executeUpdate()
                .replaceWithVoid());
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : (Instant) column;
    }
}
