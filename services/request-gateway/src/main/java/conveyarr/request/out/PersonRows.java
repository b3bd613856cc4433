package conveyarr.request.out;

import conveyarr.request.core.Person;
import conveyarr.request.core.Person.Home;
import conveyarr.request.core.Person.Reach;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

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

    /** What Seerr says of somebody now takes the place of what it said before. */
    public Uni<Void> know(Person person) {
        var sql = """
                insert into request.person (ref, name, instance, account, email, discord, telegram, seen_at)
                values ($1, $2, $3, $4, $5, $6, $7, now())
                on conflict (ref) do update set name = excluded.name, instance = excluded.instance, account = excluded.account,
                    email = excluded.email, discord = excluded.discord, telegram = excluded.telegram, seen_at = now()""";
        var home = person.home().orElseThrow();
        var values = Tuple.tuple()
                .addString(person.ref())
                .addString(Plain.text(person.name()))
                .addString(home.instance())
                .addLong(home.account())
                .addString(plain(person.reach().email()))
                .addString(plain(person.reach().discord()))
                .addString(plain(person.reach().telegram()));
        return pool.preparedQuery(sql).execute(values).replaceWithVoid();
    }

    private static String plain(Optional<String> foreign) {
        return foreign.map(Plain::text).orElse(null);
    }

    /** Everybody, by reference. */
    public Uni<List<Person>> everybody() {
        var sql = "select ref, name, instance, account, email, discord, telegram from request.person order by ref";
        return pool.query(sql).execute().map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(PersonRows::person)
                .toList());
    }

    private static Person person(Row row) {
        var home = Optional.ofNullable(row.getString("instance")).map(name -> new Home(name, row.getLong("account")));
        var reach = new Reach(text(row, "email"), text(row, "discord"), text(row, "telegram"));
        return new Person(row.getString("ref"), row.getString("name"), home, reach);
    }

    private static Optional<String> text(Row row, String column) {
        return Optional.ofNullable(row.getString(column));
    }

    public Uni<Map<String, String>> all() {
        return pool.query("select ref, name from request.person").execute().map(rows -> {
            var names = new TreeMap<String, String>();
            rows.forEach(row -> names.put(row.getString("ref"), row.getString("name")));
            return names;
        });
    }
}
