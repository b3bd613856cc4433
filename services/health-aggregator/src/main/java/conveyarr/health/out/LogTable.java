package conveyarr.health.out;

import conveyarr.health.timeline.Entry;
import conveyarr.health.wire.EntryJson;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Writes the log of events, many in one statement. {@link LogRows} finds them. */
@Singleton
public class LogTable {
    /** The lock of the head is held until the commit, so the numbers become visible in their order. */
    private static final String KEEP = """
            with told as materialized (
              select t.*, row_number() over (order by place) as number
              from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[],
                  $8::text[]) with ordinality as t(event_id, at, recorded_at, topic, kind, about, via, doc, place)
              where not exists (select 1 from health.event_log known where known.event_id = t.event_id)),
            fresh as (select count(*) as number from told),
            head as (
              update health.event_log_head set seq = seq + fresh.number from fresh where fresh.number > 0
              returning seq - fresh.number as before),
            kept as (
              insert into health.event_log (seq, event_id, at, recorded_at, topic, kind, about, via, doc)
              select before + number, event_id, at, recorded_at, topic, kind, about, via, doc from told, head
              order by number
              on conflict do nothing returning seq, event_id)
            select event_id from kept order by seq
            """;

    private final Pool pool;

    LogTable(@ReactiveDataSource("health-aggregator") Pool pool) {
        this.pool = pool;
    }

    /** All or none of them, each event once; gives the ids of those that were not there, in the order of their numbers. */
    public Uni<List<UUID>> keep(List<Entry> entries) {
        return pool.preparedQuery(KEEP).execute(values(entries)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> row.getUUID(0))
                .toList());
    }

    private static Tuple values(List<Entry> entries) {
        return Tuple.tuple()
                .addValue(entries.stream().map(Entry::id).toArray(UUID[]::new))
                .addValue(times(entries, Entry::at))
                .addValue(times(entries, Entry::recordedAt))
                .addValue(texts(entries, entry -> entry.place().topic()))
                .addValue(texts(entries, Entry::kind))
                .addValue(texts(entries, entry -> entry.event().about().key()))
                .addValue(texts(entries, entry -> entry.occurrence().via().word()))
                .addValue(texts(entries, EntryJson::write));
    }

    private static OffsetDateTime[] times(List<Entry> entries, Function<Entry, Instant> time) {
        return entries.stream()
                .map(entry -> time.apply(entry).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    private static String[] texts(List<Entry> entries, Function<Entry, String> text) {
        return entries.stream()
                .map(entry -> TimelineRows.clean(text.apply(entry)))
                .toArray(String[]::new);
    }
}
