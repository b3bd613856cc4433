package conveyarr.flow;

import conveyarr.events.Lives;
import conveyarr.flow.wire.Json;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;

/** Remembers the lives of the upstreams' databases. Each service keeps its own, from the rows that it reads. */
public final class LifeBook {
    private final Flow flow;

    public LifeBook(Flow flow) {
        this.flow = flow;
    }

    public Uni<Lives> of(String instance) {
        return flow.inTransaction(tx -> read(tx, instance));
    }

    /** Follows what was seen now. */
    public Uni<Lives> after(String instance, UnaryOperator<Lives> seen) {
        return flow.inTransaction(tx -> flow.tables()
                .lock(tx, "lives|" + instance)
                .chain(() -> read(tx, instance))
                .chain(before -> write(tx, instance, before, seen.apply(before))));
    }

    private Uni<Lives> read(Mutiny.Session tx, String instance) {
        var sql = "select lives from %s.upstream_lives where instance = ?1"
                .formatted(flow.tables().schema());
        return tx.createNativeQuery(sql, String.class)
                .setParameter(1, instance)
                .getSingleResultOrNull()
                .map(lives -> Optional.ofNullable(lives)
                        .map(text -> Json.read(text, Lives.class))
                        .orElse(Lives.FIRST));
    }

    private Uni<Lives> write(Mutiny.Session tx, String instance, Lives before, Lives now) {
        if (now.equals(before)) {
            return Uni.createFrom().item(now);
        }
        var sql = """
            insert into %s.upstream_lives (instance, lives) values (?1, ?2)
            on conflict (instance) do update set lives = excluded.lives, changed_at = now()\
            """.formatted(flow.tables().schema());
        return tx.createNativeQuery(sql)
                .setParameter(1, instance)
                .setParameter(2, Json.write(now))
                .executeUpdate()
                .replaceWith(now);
    }
}
