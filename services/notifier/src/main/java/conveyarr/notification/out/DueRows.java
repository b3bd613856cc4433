package conveyarr.notification.out;

import conveyarr.notification.Waiting;
import conveyarr.notification.core.bundle.Bundle.Collecting;
import conveyarr.notification.core.bundle.Bundle.Empty;
import conveyarr.notification.core.bundle.Bundle.Told;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds what waits for a time that has come. */
@Singleton
public class DueRows {
    private static final int MOST_AT_ONCE = 500;

    private final Mutiny.SessionFactory db;

    DueRows(@PersistenceUnit("notification") Mutiny.SessionFactory db) {
        this.db = db;
    }

    /** What waits, by the table and by the state in which a row waits. */
    public enum Kind {
        RETRIES("delivery", "Retrying"),
        CLAIMS("delivery", "Claimed"),
        BUNDLES("bundle", "Collecting"),
        HOLDS("hold", "Suspected");

        private final String table;
        private final String kind;

        Kind(String table, String kind) {
            this.table = table;
            this.kind = kind;
        }
    }

    public Uni<List<String>> due(Kind what, Instant now) {
        return db.withSession(session -> session.createNativeQuery("""
                        select id from notification.%s
                        where kind = '%s' and due_at <= ?1
                        order by due_at limit ?2""".formatted(what.table, what.kind), String.class)
                .setParameter(1, now)
                .setParameter(2, MOST_AT_ONCE)
                .getResultList());
    }

    /** What is collected, the next first. */
    public Uni<List<Waiting>> collecting() {
        return db.withSession(session -> session.createSelectionQuery(
                        "from BundleRow where kind = 'Collecting' order by changedAt", BundleRow.class)
                .getResultList()
                .map(rows -> rows.stream().flatMap(DueRows::waiting).toList()));
    }

    private static Stream<Waiting> waiting(BundleRow row) {
        return switch (BundleRow.AGGREGATE.json().read(row)) {
            case Collecting c -> Stream.of(new Waiting(row.id(), c.load().count(), c.dueAt()));
            case Empty _, Told _ -> Stream.empty();
        };
    }
}
