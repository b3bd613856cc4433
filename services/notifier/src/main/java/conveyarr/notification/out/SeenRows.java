package conveyarr.notification.out;

import conveyarr.events.EventId;
import conveyarr.notification.core.Target;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Knows where an event went before, told or collected or silenced: when it comes again, the hour or the rules may be others, and would send it
 * another way.
 */
@Singleton
public class SeenRows {
    private final Mutiny.SessionFactory db;

    SeenRows(@PersistenceUnit("notification") Mutiny.SessionFactory db) {
        this.db = db;
    }

    /** The aggregates that an event has reached; each ends with its target. */
    public record Seen(List<String> aggregates) {
        public boolean at(Target target) {
            return aggregates.stream().anyMatch(aggregate -> aggregate.endsWith("|" + target));
        }
    }

    /** Under which id the quiet hours know what would have been told. */
    public static UUID quiet(UUID event) {
        return EventId.of(event, "quiet");
    }

    public Uni<Seen> of(UUID event) {
        return db.withSession(session -> session.createNativeQuery(
                        "select aggregate from notification.inbox where event_id in (?1, ?2)", String.class)
                .setParameter(1, event)
                .setParameter(2, quiet(event))
                .getResultList()
                .map(Seen::new));
    }
}
