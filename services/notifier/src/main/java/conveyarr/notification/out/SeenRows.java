package conveyarr.notification.out;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import conveyarr.events.EventId;
import conveyarr.notification.core.Call.Deliver;
import conveyarr.notification.core.DeliveryId;
import conveyarr.notification.core.Target;
import conveyarr.notification.core.bundle.Terms;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Knows where an event went before, told or collected or silenced: when it comes again, the hour or the rules may be others, and would send it
 * another way.
 */
@Singleton
public class SeenRows {
    private static final String JUDGED = "judged";

    private final Pool pool;

    SeenRows(@ReactiveDataSource("notification") Pool pool) {
        this.pool = pool;
    }

    /** The aggregates that an event has reached: deliveries and bundles, which end with their target, and holds, which have none. */
    public record Seen(List<String> aggregates) {
        public static final Seen NOWHERE = new Seen(List.of());

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

        /** All that follows from the event was decided before. */
        public boolean judged() {
            return aggregates.contains(JUDGED);
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

    /** Where each of the events went, by their ids; nothing of those that come for the first time. */
    public Uni<Map<UUID, Seen>> of(Collection<UUID> events) {
        Map<UUID, UUID> asked = new HashMap<>();
        events.forEach(event -> {
            asked.put(event, event);
            asked.put(quiet(event), event);
        });
        return find(asked.keySet()).map(found -> found.stream()
                .collect(groupingBy(
                        one -> asked.get(one.event()),
                        collectingAndThen(mapping(Reached::aggregate, toList()), Seen::new))));
    }

    /** Where it went, and whether quiet hours keep what goes by the name of {@code fresh} there. */
    public Uni<Seen> of(UUID event, UUID fresh) {
        return find(List.of(event, quiet(fresh)))
                .map(found -> new Seen(found.stream().map(Reached::aggregate).toList()));
    }

    private record Reached(UUID event, String aggregate) {}

    private Uni<List<Reached>> find(Collection<UUID> events) {
        return pool.preparedQuery("select event_id, aggregate from notification.inbox where event_id = any($1)")
                .execute(Tuple.of(events.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Reached(row.getUUID(0), row.getString(1)))
                        .toList());
    }

    /** From now on it is clear to whom these go: rules, people and channels that come later hear nothing of them. */
    public Uni<Void> judged(Collection<UUID> events) {
        return pool.preparedQuery("""
                        insert into notification.inbox (aggregate, event_id) select $1, event from unnest($2::uuid[]) event
                        on conflict do nothing""")
                .execute(Tuple.of(JUDGED, events.toArray(UUID[]::new)))
                .replaceWithVoid();
    }
}
