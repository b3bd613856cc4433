package conveyarr.health;

import conveyarr.health.out.LogRows;
import conveyarr.health.out.LogTable;
import conveyarr.health.timeline.Entry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** What all topics told within the last {@link #KEPT}, each event once, to be paged through and to be followed. */
@Singleton
public class EventLog {
    public static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 200;
    /** Finds what another process of this service kept. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final LogTable table;
    private final LogRows rows;
    private final EventMeters meters;
    private final BroadcastProcessor<Boolean> kept = BroadcastProcessor.create();

    EventLog(LogTable table, LogRows rows, EventMeters meters) {
        this.table = table;
        this.rows = rows;
        this.meters = meters;
    }

    /** An event with its place in the log. */
    public record Logged(long seq, Entry entry) {}

    /** Keeps those that are young enough and not there yet, in this order. */
    public Uni<Void> keep(List<Entry> entries) {
        Instant oldest = Instant.now().minus(KEPT);
        var young = new LinkedHashMap<UUID, Entry>();
        entries.stream()
                .filter(entry -> !entry.recordedAt().isBefore(oldest))
                .forEach(entry -> young.putIfAbsent(entry.id(), entry));
        return young.isEmpty()
                ? Uni.createFrom().voidItem()
                : table.keep(List.copyOf(young.values()))
                        .invoke(first -> told(first.stream().map(young::get).toList()))
                        .replaceWithVoid();
    }

    private void told(List<Entry> first) {
        first.forEach(meters::count);
        if (!first.isEmpty()) {
            wake();
        }
    }

    private synchronized void wake() {
        kept.onNext(true);
    }

    /** The newest first, from below {@code before} on. */
    public Uni<List<Logged>> newest(LogQuery query, long before, int limit) {
        return rows.before(query, before, limit);
    }

    /** The oldest first, from above {@code after} on. */
    public Uni<List<Logged>> after(LogQuery query, long after, int limit) {
        return rows.after(query, after, limit);
    }

    /** The number of the newest event. */
    public Uni<Long> head() {
        return rows.head();
    }

    /** Everything above {@code after}, then what comes, for as long as somebody listens. {@code here} brings each look to the listener's own context. */
    public Multi<Logged> follow(LogQuery query, long after, UnaryOperator<Multi<Boolean>> here) {
        var last = new AtomicLong(after);
        var looks = Multi.createFrom()
                .ticks()
                .startingAfter(Duration.ofMillis(1))
                .every(LOOK_EVERY)
                .map(_ -> true);
        var signals = Multi.createBy()
                .merging()
                .streams(looks.onOverflow().drop(), kept.onOverflow().drop());
        return here.apply(signals.onOverflow().drop())
                .onItem()
                .transformToMultiAndConcatenate(_ -> missed(query, last));
    }

    private Multi<Logged> missed(LogQuery query, AtomicLong last) {
        return Multi.createBy()
                .repeating()
                .uni(() -> rows.after(query, last.get(), AT_ONCE).invoke(found -> {
                    if (!found.isEmpty()) {
                        last.set(found.getLast().seq());
                    }
                }))
                .whilst(found -> found.size() == AT_ONCE)
                .onItem()
                .disjoint();
    }
}
