package conveyarr.request.out;

import conveyarr.request.core.Choice;
import conveyarr.request.core.Choice.Mode;
import conveyarr.request.core.Forwarding;
import conveyarr.upstream.HookSource;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What the owner chose for the hooks of each instance. */
@Singleton
public class ConnectionRows {
    private final Pool pool;

    ConnectionRows(@ReactiveDataSource("request") Pool pool) {
        this.pool = pool;
    }

    public Uni<Void> choose(String instance, Choice choice) {
        Optional<Forwarding> to = choice.forwarding();
        var values = Tuple.tuple()
                .addString(instance)
                .addString(choice.mode().name())
                .addString(to.map(f -> f.target().toString()).orElse(null))
                .addString(to.map(f -> HookSource.place(f.target().toString())).orElse(null))
                .addString(to.flatMap(Forwarding::authorization).orElse(null))
                .addString(to.map(f -> String.join(",", f.types())).orElse(null))
                .addString(to.map(Forwarding::previous).orElse(null))
                .addString(choice.address().map(URI::toString).orElse(null));
        return pool.preparedQuery("""
            insert into request.connection
                (instance, mode, target, place, authorization_header, types, previous, address)
            values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (instance) do update set
                mode = excluded.mode, target = excluded.target, place = excluded.place,
                authorization_header = excluded.authorization_header, types = excluded.types,
                previous = excluded.previous, address = excluded.address, changed_at = now()\
            """).execute(values).replaceWithVoid();
    }

    public Uni<Map<String, Choice>> all() {
        return pool.query("select * from request.connection").execute().map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .collect(Collectors.toMap(row -> row.getString("instance"), ConnectionRows::choice)));
    }

    public Uni<Optional<Choice>> of(String instance) {
        return all().map(all -> Optional.ofNullable(all.get(instance)));
    }

    private static Choice choice(Row row) {
        Mode mode = Mode.valueOf(row.getString("mode"));
        return new Choice(
                mode,
                Optional.ofNullable(row.getString("target"))
                        .map(target -> new Forwarding(
                                URI.create(target),
                                Optional.ofNullable(row.getString("authorization_header")),
                                List.of(row.getString("types").split(",")),
                                row.getString("previous"))),
                Optional.ofNullable(row.getString("address")).map(URI::create));
    }
}
