package conveyarr.notification.out;

import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import org.hibernate.reactive.mutiny.Mutiny;

/** Counts what is not at its end. */
@Singleton
public class LedgerCounts {
    private final Mutiny.SessionFactory db;

    LedgerCounts(@PersistenceUnit("notification") Mutiny.SessionFactory db) {
        this.db = db;
    }

    /** {@code oldestSeconds} is the age of the oldest that is pending. */
    public record Counts(long pending, double oldestSeconds, long inDoubt, long failed, long waiting) {}

    public Uni<Counts> now() {
        return db.withSession(session -> session.createNativeQuery("""
                        select count(*) filter (where kind in ('Queued', 'Claimed', 'Retrying')),
                            coalesce(extract(epoch from now() - min(seen_at)
                                filter (where kind in ('Queued', 'Claimed', 'Retrying'))), 0)::float8,
                            count(*) filter (where kind = 'InDoubt'),
                            count(*) filter (where kind = 'Failed'),
                            (select count(*) from notification.bundle where kind = 'Collecting')
                        from notification.delivery where kind not in ('Sent', 'Suppressed')""", Tuple.class)
                .getSingleResult()
                .map(row -> new Counts(
                        row.get(0, Long.class),
                        row.get(1, Double.class),
                        row.get(2, Long.class),
                        row.get(3, Long.class),
                        row.get(4, Long.class))));
    }
}
