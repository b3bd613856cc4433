package conveyarr.request.out;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;

/** The names of people in PostgreSQL. */
@Singleton
public class PersonRows {
    private final Pool pool;

    PersonRows(@ReactiveDataSource("request") Pool pool) {
        this.pool = pool;
    }

    public Uni<Void> write(String ref, String name) {
        return pool.preparedQuery("insert into request.person (ref, name) values ($1, $2) on conflict do nothing")
                .execute(Tuple.of(ref, Plain.text(name)))
                .replaceWithVoid();
    }

    public Uni<Map<String, String>> all() {
        return pool.query("select ref, name from request.person").execute().map(rows -> {
            var names = new TreeMap<String, String>();
            rows.forEach(row -> names.put(row.getString("ref"), row.getString("name")));
            return names;
        });
    }
}
