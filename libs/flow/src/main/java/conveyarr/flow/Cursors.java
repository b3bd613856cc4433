package conveyarr.flow;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** How far each poll has read, in a running transaction. */
public record Cursors(String schema) {

    /** {@code reached} is when the newest row that was read had happened, {@code row} its id, {@code beganAt} when we first looked. */
    public record Cursor(String instance, Instant reached, Optional<UUID> row, Instant beganAt) {}

    /** The cursor of an instance; one that is looked at for the first time begins {@code now} and has read up to {@code from}. */
    public Uni<Cursor> of(Mutiny.Session tx, String instance, Instant now, Instant from) {
        return find(tx, instance).chain(found -> found.map(Uni.createFrom()::item)
                .orElseGet(() -> begin(tx, new Cursor(instance, from, Optional.empty(), now))));
    }

    private Uni<Cursor> begin(Mutiny.Session tx, Cursor cursor) {
        var sql =
                "insert into %s.poll_cursor (instance, position, began_at) values (?1, ?2, cast(cast(?3 as text) as timestamptz))"
                        .formatted(schema);
        return tx.createNativeQuery(sql)
                .setParameter(1, cursor.instance())
                .setParameter(2, cursor.reached().toString())
                .setParameter(3, cursor.beganAt().toString())
                .executeUpdate()
                .replaceWith(cursor);
    }

    /** Empty for an instance that was never looked at. */
    Uni<Optional<Cursor>> find(Mutiny.Session tx, String instance) {
        var sql = """
                select position, cast(row_id as text), cast(extract(epoch from began_at) * 1000 as bigint) from %s.poll_cursor
                where instance = ?1""".formatted(schema);
        return tx.createNativeQuery(sql, Object[].class)
                .setParameter(1, instance)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(r -> cursor(instance, r)));
    }

    private static Cursor cursor(String instance, Object[] row) {
        var id = Optional.ofNullable((String) row[1]).map(UUID::fromString);
        return new Cursor(instance, Instant.parse((String) row[0]), id, Instant.ofEpochMilli((Long) row[2]));
    }

    /** {@code row} is absent where there is none that a later look could find again. */
    Uni<Void> move(Mutiny.Session tx, String instance, Instant reached, Optional<UUID> row) {
        var sql = """
                update %1$s.poll_cursor set position = cast(?2 as text), row_id = cast(nullif(cast(?3 as text), '') as uuid), moved_at = now()
                where instance = ?1 and cast(position as timestamptz) <= cast(cast(?2 as text) as timestamptz)""".formatted(schema);
        return tx.createNativeQuery(sql)
                .setParameter(1, instance)
                .setParameter(2, reached.toString())
                .setParameter(3, row.map(UUID::toString).orElse(""))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Goes on without a row to stand on; the last one stays. */
    public Uni<Void> reach(Mutiny.Session tx, String instance, Instant reached) {
        var sql = """
                update %1$s.poll_cursor set position = cast(?2 as text), moved_at = now()
                where instance = ?1 and cast(position as timestamptz) <= cast(cast(?2 as text) as timestamptz)""".formatted(schema);
        return tx.createNativeQuery(sql)
                .setParameter(1, instance)
                .setParameter(2, reached.toString())
                .executeUpdate()
                .replaceWithVoid();
    }
}
