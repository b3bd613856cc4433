package conveyarr.health.out;

import conveyarr.health.Timelines.Told;
import conveyarr.health.timeline.Head;
import conveyarr.health.timeline.StageTimes;
import conveyarr.health.timeline.Timeline;
import conveyarr.health.wire.TimelineJson;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Writes the timelines that the topology tells, many in one statement. {@link TimelineRows} finds them. */
@Singleton
public class TimelineTable {
    private static final double MILLIS = 1000;

    /** An older record of the same partition never replaces a newer one. Rows are locked in one order, whoever writes. */
    private static final String KEEP = """
            with before as (select request_id, head from health.timeline where request_id = any($15)),
            kept as (
              insert into health.timeline as t
                (request_id, media_id, title, stage, tone, requested_by, words, since, updated_at, doc, partition,
                 "offset", head, media_kind, took_seconds)
              select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                $8::timestamptz[], $9::timestamptz[], $10::text[], $11::int[], $12::bigint[], $13::text[], $14::text[],
                $16::float8[])
              order by 1
              on conflict (request_id) do update set
                title = excluded.title, stage = excluded.stage, tone = excluded.tone,
                requested_by = excluded.requested_by, words = excluded.words, since = excluded.since,
                updated_at = excluded.updated_at, doc = excluded.doc, partition = excluded.partition,
                "offset" = excluded."offset", head = excluded.head, media_kind = excluded.media_kind,
                took_seconds = excluded.took_seconds
              where t.partition <> excluded.partition or t."offset" < excluded."offset")
            select request_id, head from before
            """;

    private final Pool pool;

    TimelineTable(@ReactiveDataSource("health-aggregator") Pool pool) {
        this.pool = pool;
    }

    /** A timeline, what follows from it, which takes as long to work out as all else, and the record that it was read from. */
    public record Kept(Timeline timeline, Head head, Told told) {
        public Kept(Timeline timeline, Told told) {
            this(timeline, timeline.head(), told);
        }
    }

    /** All or none of them, each title once; gives what was known of those whose ids are {@code asked} for. */
    public Uni<Map<String, Head>> keep(List<Kept> all, Collection<String> asked) {
        return pool.preparedQuery(KEEP).execute(values(all, asked)).map(TimelineTable::heads);
    }

    private static Tuple values(List<Kept> all, Collection<String> asked) {
        Function<Function<Head, String>, String[]> texts =
                text -> column(all, kept -> TimelineRows.clean(text.apply(kept.head())), String[]::new);
        return Tuple.tuple()
                .addValue(texts.apply(Head::id))
                .addValue(texts.apply(head -> head.media().value()))
                .addValue(texts.apply(head -> head.facts().name().title()))
                .addValue(texts.apply(head -> head.course().stage().name()))
                .addValue(texts.apply(head -> head.course().tone().word()))
                .addValue(texts.apply(head -> head.facts().requestedBy().orElse(null)))
                .addValue(column(all, TimelineTable::words, String[]::new))
                .addValue(times(all, head -> head.course().since()))
                .addValue(times(all, Head::updatedAt))
                .addValue(column(all, TimelineTable::document, String[]::new))
                .addValue(column(all, kept -> kept.told().partition(), Integer[]::new))
                .addValue(column(all, kept -> kept.told().offset(), Long[]::new))
                .addValue(texts.apply(head -> TimelineRows.cleanJson(TimelineJson.head(head))))
                .addValue(texts.apply(head -> head.facts().kind()))
                .addValue(asked.toArray(String[]::new))
                .addValue(column(all, kept -> took(kept.head()), Double[]::new));
    }

    private static Double took(Head head) {
        return StageTimes.whole(head.course())
                .map(time -> time.toMillis() / MILLIS)
                .orElse(null);
    }

    private static String document(Kept kept) {
        return TimelineRows.clean(new String(kept.told().json(), StandardCharsets.UTF_8));
    }

    private static String words(Kept kept) {
        return TimelineRows.clean(kept.timeline().words());
    }

    private static OffsetDateTime[] times(List<Kept> all, Function<Head, Instant> time) {
        return column(all, kept -> time.apply(kept.head()).atOffset(ZoneOffset.UTC), OffsetDateTime[]::new);
    }

    private static <T> T[] column(List<Kept> all, Function<Kept, T> value, IntFunction<T[]> array) {
        return all.stream().map(value).toArray(array);
    }

    private static Map<String, Head> heads(RowSet<Row> rows) {
        var heads = new HashMap<String, Head>();
        rows.forEach(row -> heads.put(row.getString(0), TimelineJson.readHead(row.getString(1))));
        return heads;
    }
}
