package conveyarr.request.out;

import conveyarr.flow.wire.Json;
import conveyarr.request.core.Delivery;
import conveyarr.request.core.HookQuery;
import conveyarr.request.core.HookSummary;
import conveyarr.request.core.KeptHook;
import conveyarr.request.core.Original;
import conveyarr.request.core.Verdict;
import conveyarr.request.core.Verdict.Result;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds hooks that were moved to PostgreSQL. */
@Singleton
public class HookRows {
    private static final String ALL = "select %s from request.hook ";
    private static final String RESULT =
            "case when verdict = 'STORED' and duplicate_of is not null then 'DUPLICATE' else verdict end";
    /** Bodies are large: a text is looked for in so many of the newest, not in all of 30 days. */
    private static final int SEARCHED = 10_000;
    /** The text is looked for in the bytes, which need not be any text. */
    private static final String FOUND = """
        from (select * from request.hook
            where ($1::text is null or instance = $1) and ($2::text is null or type = $2)
              and ($3::text is null or %s = $3) and ($4::uuid is null or receipt < $4)
            order by receipt desc limit case when $5::text is null then $6::bigint else %d end) newest
        where ($5::text is null or strpos(lower(encode(body, 'escape')), lower(encode(convert_to($5, 'UTF8'), 'escape'))) > 0)
        order by receipt desc limit $6::bigint\
        """.formatted(RESULT, SEARCHED);

    private final Pool pool;

    HookRows(@ReactiveDataSource("request") Pool pool) {
        this.pool = pool;
    }

    public Uni<List<HookSummary>> find(HookQuery query) {
        var columns = "receipt, received_at, instance, remote, type, verdict, reason, duplicate_of, octet_length(body)";
        var sql = "select " + columns + " " + FOUND;
        var values = Tuple.of(
                query.source().orElse(null),
                query.type().orElse(null),
                query.result().orElse(null),
                query.after().orElse(null),
                query.text().orElse(null),
                query.limit());
        return pool.preparedQuery(sql)
                .execute(values)
                .map(rows -> each(rows).map(HookRows::summary).toList());
    }

    /** When the last hook of each instance came in. */
    public Uni<Map<String, Instant>> lastHooks(Set<String> instances) {
        var sql = """
            select i.name, h.received_at from unnest($1::text[]) as i(name),
            lateral (select received_at from request.hook where instance = i.name order by receipt desc limit 1) h\
            """;
        return pool.preparedQuery(sql)
                .execute(Tuple.of((Object) instances.toArray(String[]::new)))
                .map(rows -> each(rows)
                        .collect(Collectors.toMap(row -> row.getString(0), row -> row.getOffsetDateTime(1)
                                .toInstant())));
    }

    /** How many came in since then, by what became of them: {@code STORED}, {@code DUPLICATE} and so on. */
    public Uni<Map<String, Long>> countSince(Instant since) {
        var sql = "select " + RESULT + ", count(*) from request.hook where received_at >= $1 group by 1";
        return pool.preparedQuery(sql)
                .execute(Tuple.of(since.atOffset(ZoneOffset.UTC)))
                .map(rows -> each(rows).collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1))));
    }

    public Uni<Optional<KeptHook>> find(UUID receipt) {
        return pool.preparedQuery(ALL.formatted("*") + "where receipt = $1")
                .execute(Tuple.of(receipt))
                .map(rows -> each(rows).map(HookRows::kept).findFirst());
    }

    /** Oldest first. */
    public Uni<List<KeptHook>> find(List<UUID> receipts) {
        return pool.preparedQuery(ALL.formatted("*") + "where receipt = any($1) order by receipt")
                .execute(Tuple.of((Object) receipts.toArray(UUID[]::new)))
                .map(rows -> each(rows).map(HookRows::kept).toList());
    }

    private static Stream<Row> each(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static HookSummary summary(Row row) {
        return new HookSummary(
                row.getUUID("receipt"),
                row.getOffsetDateTime("received_at").toInstant(),
                row.getString("instance"),
                row.getString("remote"),
                verdict(row),
                row.getInteger("octet_length"),
                Optional.ofNullable(row.getUUID("duplicate_of")));
    }

    private static KeptHook kept(Row row) {
        var delivery = new Delivery(
                row.getUUID("receipt"),
                row.getString("instance"),
                row.getOffsetDateTime("received_at").toInstant(),
                row.getString("remote"),
                Json.readMap(row.getString("headers")),
                row.getBuffer("body").getBytes());
        return new KeptHook(
                delivery,
                verdict(row),
                new Original(row.getString("sha256"), row.getInteger("masked")),
                Optional.ofNullable(row.getUUID("duplicate_of")));
    }

    private static Verdict verdict(Row row) {
        Result result = Result.valueOf(row.getString("verdict"));
        UUID first = row.getUUID("duplicate_of");
        return result == Result.STORED && first != null
                ? new Verdict(row.getString("type"), Result.DUPLICATE, Optional.of("the same bytes as " + first))
                : new Verdict(row.getString("type"), result, Optional.ofNullable(row.getString("reason")));
    }
}
