package conveyarr.flow;

import conveyarr.events.Occurrence;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads what an upstream's history has since the last time, which finds what no hook brought. It asks a little further back than it has
 * read, because rows of one moment may be written late, and moves on only when everything was handled.
 */
public final class CatchUp<T> {
    private static final Duration FIRST_REACH = Duration.ofDays(7);
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private final Flow flow;
    private final Function<T, Occurrence> occurrence;
    /** What the last answer of each upstream held, so that a quiet history costs nothing. */
    private final Map<String, Set<UUID>> handled = new ConcurrentHashMap<>();

    public CatchUp(Flow flow, Function<T, Occurrence> occurrence) {
        this.flow = flow;
        this.occurrence = occurrence;
    }

    /** {@code history} gives what happened since an instant, oldest first. */
    public Uni<Void> run(String instance, Function<Instant, Uni<List<T>>> history, Function<T, Uni<Void>> handle) {
        if (!flow.prepared()) {
            return Uni.createFrom().voidItem();
        }
        return position(instance).chain(position -> {
            Instant since = position.map(reached -> reached.minus(OVERLAP))
                    .orElseGet(() -> Instant.now().minus(FIRST_REACH));
            return history.apply(since).chain(items -> InOrder.eachPossible(fresh(instance, items), handle)
                    .invoke(() -> remember(instance, items))
                    .chain(() -> moveOn(instance, position, items)));
        });
    }

    private List<T> fresh(String instance, List<T> items) {
        Set<UUID> before = handled.getOrDefault(instance, Set.of());
        return items.stream()
                .filter(item -> !before.contains(occurrence.apply(item).id()))
                .toList();
    }

    private void remember(String instance, List<T> items) {
        handled.put(
                instance,
                items.stream().map(item -> occurrence.apply(item).id()).collect(Collectors.toUnmodifiableSet()));
    }

    /** To the newest that was handled, but never past now: rows of an upstream whose clock runs ahead would hide others. */
    private Uni<Void> moveOn(String instance, Optional<Instant> position, List<T> items) {
        Instant now = Instant.now();
        return items.stream()
                .map(item -> occurrence.apply(item).at())
                .map(at -> at.isAfter(now) ? now : at)
                .max(Instant::compareTo)
                .filter(newest ->
                        position.filter(reached -> !newest.isAfter(reached)).isEmpty())
                .map(newest -> moveTo(instance, newest))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Optional<Instant>> position(String instance) {
        var sql = "select position from %s.poll_cursor where instance = ?1".formatted(schema());
        return flow.inTransaction(tx -> tx.createNativeQuery(sql, String.class)
                .setParameter(1, instance)
                .getSingleResultOrNull()
                .map(position -> Optional.ofNullable(position).map(Instant::parse)));
    }

    private Uni<Void> moveTo(String instance, Instant reached) {
        var sql = """
                insert into %1$s.poll_cursor (instance, position) values (?1, ?2)
                on conflict (instance) do update set position = excluded.position, moved_at = now()""".formatted(schema());
        return flow.inTransaction(tx -> tx.createNativeQuery(sql)
                .setParameter(1, instance)
                .setParameter(2, reached.toString())
                .executeUpdate()
                .replaceWithVoid());
    }

    private String schema() {
        return flow.tables().schema();
    }
}
