package conveyarr.flow;

import conveyarr.events.Occurrence;
import conveyarr.flow.Cursors.Cursor;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Reads the last two days of a history again, once a day: a row that an upstream wrote long after the moment that it tells of lies behind the
 * cursor, and no overlap is long enough for it. What was handled before is known by its id and does nothing. A run that was cut off is begun
 * again by whoever has the turn then.
 */
final class Reconcile<T> {
    static final Duration REACH = Duration.ofHours(48);
    static final Duration EVERY = Duration.ofHours(24);
    private static final Logger LOGGER = Logger.getLogger(Reconcile.class);

    private final Flow flow;
    private final Cursors cursors;
    private final Function<T, Occurrence> occurrence;
    /** When each was done, so that a poll that need not do it costs nothing. */
    private final Map<String, Instant> known = new ConcurrentHashMap<>();

    Reconcile(Flow flow, Function<T, Occurrence> occurrence) {
        this.flow = flow;
        this.cursors = new Cursors(flow.tables().schema());
        this.occurrence = occurrence;
    }

    /** The first one is due a day after the first look, which reaches further back. */
    Uni<Void> run(CatchUp.History<T> history, Turn turn, Instant now) {
        String name = history.instance() + " reconciled";
        if (!isDue(known.getOrDefault(name, Instant.EPOCH), now)) {
            return Uni.createFrom().voidItem();
        }
        return flow.inTransaction(tx -> cursors.of(tx, name, now, now))
                .chain(last -> isDue(last.reached(), now)
                        ? read(history, turn, now)
                                .chain(() -> flow.inTransaction(tx ->
                                        turn.confirm(tx).chain(() -> cursors.move(tx, name, now, Optional.empty()))))
                        : Uni.createFrom().<Void>voidItem().invoke(() -> known.put(name, last.reached())));
    }

    private Uni<Void> read(CatchUp.History<T> history, Turn turn, Instant now) {
        return flow.inTransaction(tx -> cursors.of(tx, history.instance(), now, now))
                .chain(cursor -> readFrom(now.minus(REACH), history, cursor, turn));
    }

    /** An answer holds no more than one round may: the next one begins where it ended, until there is nothing newer. */
    private Uni<Void> readFrom(Instant from, CatchUp.History<T> history, Cursor cursor, Turn turn) {
        return history.since(from)
                .invoke(stretch -> LOGGER.infof(
                        "history.reconciled instance=%s rows=%d",
                        history.instance(), stretch.items().size()))
                .chain(stretch -> all(history, cursor, stretch.items(), turn).chain(() -> {
                    Instant reached = stretch.to().orElse(from);
                    return reached.isAfter(from)
                            ? readFrom(reached, history, cursor, turn)
                            : Uni.createFrom().voidItem();
                }));
    }

    static boolean isDue(Instant last, Instant now) {
        return !now.isBefore(last.plus(EVERY));
    }

    private Uni<Void> all(CatchUp.History<T> history, Cursor cursor, List<T> items, Turn turn) {
        return InOrder.eachPossible(
                items,
                item -> flow.inTransaction(tx -> turn.confirm(tx)
                        .chain(() -> history.handle(
                                item, !occurrence.apply(item).at().isAfter(cursor.beganAt())))));
    }
}
