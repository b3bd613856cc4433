package conveyarr.flow.loop;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The calls that decisions asked for, as the loop uses them. */
record CallTable(String schema, AgroalDataSource jdbc) {
    private static final int LONGEST_ERROR = 500;

    record Due(long id, String kind, String body, int attempts, String place) {}

    /** From place to place by steps through the index, and of each the first: what waits for a busy one is not read, however much it is. */
    static final String DUE = """
            with recursive places as (
                (select place from %1$s.call where done_at is null order by place limit 1)
                union all
                select (select place from %1$s.call where done_at is null and place > before.place order by place limit 1)
                from places before where before.place is not null)
            select due.* from places cross join lateral (
                select id, kind, body, attempts, place, due_at from %1$s.call
                where done_at is null and place = places.place and due_at <= now() and id <> all(?)
                order by due_at, id limit ?) due
            where places.place <> all(?) order by due_at, id limit ?""";

    /** The calls whose time came first, without those that are being made and those to {@code busy} places. */
    List<Due> due(Connection connection, int most, Collection<Long> beingMade, Collection<String> busy)
            throws SQLException {
        try (var statement = connection.prepareStatement(DUE.formatted(schema))) {
            statement.setArray(1, connection.createArrayOf("bigint", beingMade.toArray()));
            statement.setInt(2, most);
            statement.setArray(3, connection.createArrayOf("text", busy.toArray()));
            statement.setInt(4, most);
            try (var rows = statement.executeQuery()) {
                var due = new ArrayList<Due>();
                while (rows.next()) {
                    due.add(new Due(
                            rows.getLong("id"),
                            rows.getString("kind"),
                            rows.getString("body"),
                            rows.getInt("attempts"),
                            rows.getString("place")));
                }
                return due;
            }
        }
    }

    /** Nothing is left to be done for these. */
    void done(List<Due> calls) throws SQLException {
        var sql = """
                update %s.call set done_at = now(), attempts = attempts + 1, last_error = null
                where id = any(?)""".formatted(schema);
        try (var connection = jdbc.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", calls.stream().map(Due::id).toArray()));
            statement.executeUpdate();
        }
    }

    /** To be made again after 1, 2, 4, ... seconds, at most five minutes. {@code error} may be hostile text. */
    void failed(Due call, String error) throws SQLException {
        var sql = """
                update %s.call set attempts = attempts + 1,
                    due_at = now() + least(power(2, least(attempts, 20)), 300) * interval '1 second',
                    last_error = ? where id = ?""";
        String plain = error.replace("\0", "");
        try (var connection = jdbc.getConnection();
                var statement = connection.prepareStatement(sql.formatted(schema))) {
            statement.setString(1, plain.substring(0, Math.min(plain.length(), LONGEST_ERROR)));
            statement.setLong(2, call.id());
            statement.executeUpdate();
        }
    }
}
