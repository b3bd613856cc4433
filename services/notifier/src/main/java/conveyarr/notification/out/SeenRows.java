package conveyarr.notification.out;

import conveyarr.events.EventId;
import conveyarr.notification.core.Call.Deliver;
import conveyarr.notification.core.DeliveryId;
import conveyarr.notification.core.Target;
import conveyarr.notification.core.bundle.Terms;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
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

    /** The aggregates that an event has reached: deliveries and bundles, which end with their target, and holds, which have none. */
    public record Seen(List<String> aggregates) {
        /** {@code <event>|<target>}, and the keys of {@link conveyarr.notification.core.bundle.Terms}. */
        private static final Pattern TO_A_TARGET = Pattern.compile(
                "(?:[0-9a-f-]{36}|digest|(?:quiet|storm)\\|[^|]+|season\\|[^|]+\\|[^|]+\\|[^|]*)\\|(.+)",
                Pattern.DOTALL);

        /** It was told, or quiet hours that came after it keep it: what one night left over, the next may keep again. */
        public boolean settles(Deliver deliver) {
            String told = new DeliveryId(deliver.id(), deliver.target()).toString();
            Instant dueAt = deliver.dueAt().orElse(Instant.MAX);
            return aggregates.stream()
                    .anyMatch(key -> key.equals(told)
                            || Terms.quietUntil(key, deliver.target())
                                    .filter(dueAt::isBefore)
                                    .isPresent());
        }

        public boolean at(Target target) {
            return aggregates.stream()
                    .map(TO_A_TARGET::matcher)
                    .anyMatch(key -> key.matches() && key.group(1).equals(target.toString()));
        }
    }

    /** Under which id the quiet hours know what would have been told. */
    public static UUID quiet(UUID event) {
        return EventId.of(event, "quiet");
    }

    public Uni<Seen> of(UUID event) {
        return of(event, event);
    }

    /** Where it went, and whether quiet hours keep what goes by the name of {@code fresh} there. */
    public Uni<Seen> of(UUID event, UUID fresh) {
        return db.withSession(session -> session.createNativeQuery(
                        "select aggregate from notification.inbox where event_id in (?1, ?2)", String.class)
                .setParameter(1, event)
                .setParameter(2, quiet(fresh))
                .getResultList()
                .map(Seen::new));
    }
}
