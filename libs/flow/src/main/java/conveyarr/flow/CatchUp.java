package conveyarr.flow;

import conveyarr.events.Occurrence;
import conveyarr.flow.Cursors.Cursor;
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
import org.jboss.logging.Logger;

/**
 * Reads what an upstream's history has since the last time, which finds what no hook brought. It asks a little further back than it has
 * read, because rows of one moment may be written late. Each row is handled in one transaction with the cursor that moves to it, and only
 * while the turn is still ours. What had happened before the first look is the past: it is handled, and nobody is told.
 */
public final class CatchUp<T> {
    private static final Logger LOGGER = Logger.getLogger(CatchUp.class);
    private static final Duration FIRST_REACH = Duration.ofDays(7);
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private final Flow flow;
    private final Cursors cursors;
    private final Function<T, Occurrence> occurrence;
    private final Reconcile<T> reconcile;
    /** What the last answer of each upstream held, so that a quiet history costs nothing. */
    private final Map<String, Look> looks = new ConcurrentHashMap<>();

    private record Look(Instant at, Set<UUID> ids) {
        private static final Look NONE = new Look(Instant.EPOCH, Set.of());
    }

    /** Between these two moments things may have happened that the history no longer has. */
    public record Gap(String instance, Instant after, Instant before) {}

    /** What was read of a history, {@code to} the moment of the newest row, which need not be one of ours; empty when there was none at all. */
    public record Stretch<T>(List<T> items, Optional<Instant> to) {}

    /** The history of one upstream. */
    public interface History<T> {
        String instance();

        /** What happened since an instant, oldest first; of more than one round may hold, the oldest. */
        Uni<Stretch<T>> since(Instant reached);

        /** How far back it reaches: the moment of its oldest row; empty when it has none. */
        Uni<Optional<Instant>> oldest();

        /** {@code past} when it happened before we first looked. */
        Uni<Void> handle(T item, boolean past);

        Uni<Void> gap(Gap gap);
    }

    public CatchUp(Flow flow, Function<T, Occurrence> occurrence) {
        this.flow = flow;
        this.cursors = new Cursors(flow.tables().schema());
        this.occurrence = occurrence;
        this.reconcile = new Reconcile<>(flow, occurrence);
    }

    public Uni<Void> run(History<T> history, Turn turn) {
        Instant now = Instant.now();
        return flow.inTransaction(tx -> cursors.of(tx, history.instance(), now, now.minus(FIRST_REACH)))
                .chain(cursor -> history.since(cursor.reached().minus(OVERLAP))
                        .chain(stretch -> read(history, cursor, stretch, turn))
                        .invoke(items -> remember(history.instance(), items, now)))
                .chain(() -> reconcile.run(history, turn, now));
    }

    private Uni<List<T>> read(History<T> history, Cursor cursor, Stretch<T> stretch, Turn turn) {
        List<T> items = stretch.items();
        return gap(history, cursor, items, turn)
                .chain(() -> InOrder.eachPossible(
                        fresh(history.instance(), items), item -> step(history, cursor, item, turn)))
                .chain(() -> passOver(cursor, stretch, turn))
                .replaceWith(items);
    }

    /** Behind rows that are none of ours: as many of them as one round may hold would keep us from all that comes after. */
    private Uni<Void> passOver(Cursor cursor, Stretch<T> stretch, Turn turn) {
        Instant last = stretch.items().stream()
                .map(item -> occurrence.apply(item).at())
                .reduce(cursor.reached(), (one, other) -> one.isAfter(other) ? one : other);
        return stretch.to()
                .filter(to -> to.isAfter(last))
                .map(to -> flow.inTransaction(
                        tx -> turn.confirm(tx).chain(() -> cursors.reach(tx, cursor.instance(), neverPastNow(to)))))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private List<T> fresh(String instance, List<T> items) {
        Set<UUID> before = looks.getOrDefault(instance, Look.NONE).ids();
        return items.stream().filter(item -> !before.contains(id(item))).toList();
    }

    private void remember(String instance, List<T> items, Instant now) {
        looks.put(instance, new Look(now, items.stream().map(this::id).collect(Collectors.toUnmodifiableSet())));
    }

    private Uni<Void> step(History<T> history, Cursor cursor, T item, Turn turn) {
        var seen = occurrence.apply(item);
        boolean past = !seen.at().isAfter(cursor.beganAt());
        return flow.inTransaction(tx -> turn.confirm(tx)
                .chain(() -> history.handle(item, past))
                .chain(() -> cursors.move(tx, cursor.instance(), neverPastNow(seen.at()), Optional.of(seen.id()))));
    }

    /** Rows of an upstream whose clock runs ahead would hide others. */
    private static Instant neverPastNow(Instant at) {
        Instant now = Instant.now();
        return at.isAfter(now) ? now : at;
    }

    /** Only after we were away: rows that went while we were looking had been seen. */
    private Uni<Void> gap(History<T> history, Cursor cursor, List<T> items, Turn turn) {
        Instant last = looks.getOrDefault(history.instance(), Look.NONE).at();
        boolean wasAway = last.isBefore(Instant.now().minus(OVERLAP));
        boolean reachesBack = cursor.row()
                .map(row -> items.stream().anyMatch(item -> id(item).equals(row)))
                .orElse(true);
        return wasAway && !reachesBack
                ? history.oldest().chain(oldest -> found(history, cursor, oldest, turn))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> found(History<T> history, Cursor cursor, Optional<Instant> oldest, Turn turn) {
        Instant before = oldest.orElseGet(Instant::now);
        if (!before.isAfter(cursor.reached())) {
            return Uni.createFrom().voidItem();
        }
        var gap = new Gap(history.instance(), cursor.reached(), before);
        LOGGER.warnf("history.gap instance=%s after=%s before=%s", gap.instance(), gap.after(), gap.before());
        return flow.inTransaction(tx -> turn.confirm(tx)
                .chain(() -> history.gap(gap))
                .chain(() -> cursors.move(tx, cursor.instance(), cursor.reached(), Optional.empty())));
    }

    private UUID id(T item) {
        return occurrence.apply(item).id();
    }
}
