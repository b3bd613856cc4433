package conveyarr.request.out;

import conveyarr.request.core.Copies;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** How the copies are doing. */
@Singleton
public class CopyRows {
    private static final int LONGEST_ERROR = 300;

    private final Pool pool;

    CopyRows(@ReactiveDataSource("request") Pool pool) {
        this.pool = pool;
    }

    Uni<Void> is(UUID receipt, String state, String error) {
        String shown = error == null ? null : Plain.text(error.substring(0, Math.min(error.length(), LONGEST_ERROR)));
        return pool.preparedQuery("""
                        update request.forward_copy set state = $2, last_error = $3, attempts = attempts + 1,
                            changed_at = now() where receipt = $1""").execute(Tuple.of(receipt, state, shown)).replaceWithVoid();
    }

    /** By instance. */
    public Uni<Map<String, Copies>> all() {
        return pool.query("""
                        select instance, max(place) as place, count(*) filter (where state = 'SENT') as sent,
                            count(*) filter (where state = 'WAITING') as waiting,
                            count(*) filter (where state = 'GIVEN_UP') as given_up,
                            (array_agg(last_error order by changed_at desc) filter (where last_error is not null))[1] as error
                        from request.forward_copy group by instance""").execute().map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .collect(Collectors.toMap(row -> row.getString("instance"), CopyRows::copies)));
    }

    private static Copies copies(Row row) {
        return new Copies(
                row.getString("place"),
                row.getLong("sent"),
                row.getLong("waiting"),
                row.getLong("given_up"),
                Optional.ofNullable(row.getString("error")));
    }
}
