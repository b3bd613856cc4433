package conveyarr.request.out;

import conveyarr.flow.wire.Json;
import conveyarr.request.core.Delivery;
import conveyarr.request.core.HookQuery;
import conveyarr.request.core.HookSummary;
import conveyarr.request.core.KeptHook;
import conveyarr.request.core.Verdict;
import conveyarr.request.core.Verdict.Result;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds hooks that were moved to PostgreSQL. */
@Singleton
public class HookRows {
    private static final String ALL = "select %s from request.hook ";

    private final Pool pool;

    HookRows(@ReactiveDataSource("request") Pool pool) {
        this.pool = pool;
    }

    public Uni<List<HookSummary>> find(HookQuery query) {
        var sql = ALL.formatted("receipt, received_at, instance, remote, type, verdict, reason, octet_length(body)")
                + """
                where ($1::text is null or instance = $1) and ($2::text is null or type = $2)
                  and ($3::text is null or verdict = $3) and ($4::uuid is null or receipt < $4)
                order by receipt desc limit $5""";
        var values = Tuple.of(
                query.source().orElse(null),
                query.type().orElse(null),
                query.result().orElse(null),
                query.after().orElse(null),
                query.limit());
        return pool.preparedQuery(sql)
                .execute(values)
                .map(rows -> each(rows).map(HookRows::summary).toList());
    }

    public Uni<Optional<KeptHook>> find(UUID receipt) {
        return pool.preparedQuery(ALL.formatted("*") + "where receipt = $1")
                .execute(Tuple.of(receipt))
                .map(rows -> each(rows).map(HookRows::kept).findFirst());
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
                row.getInteger("octet_length"));
    }

    private static KeptHook kept(Row row) {
        var delivery = new Delivery(
                row.getUUID("receipt"),
                row.getString("instance"),
                row.getOffsetDateTime("received_at").toInstant(),
                row.getString("remote"),
                Json.readMap(row.getString("headers")),
                row.getBuffer("body").getBytes());
        return new KeptHook(delivery, verdict(row), row.getString("sha256"));
    }

    private static Verdict verdict(Row row) {
        return new Verdict(
                row.getString("type"),
                Result.valueOf(row.getString("verdict")),
                Optional.ofNullable(row.getString("reason")));
    }
}
