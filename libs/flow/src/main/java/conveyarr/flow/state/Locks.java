package conveyarr.flow.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The locks of {@link conveyarr.flow.Tables#lock}, many at once. */
final class Locks {
    /** Always in the same order, so that two who want the same ones do not wait for each other. */
    private static final String TAKE = """
            with wanted as materialized (
                select distinct hashtextextended(name, 0) as number from unnest(?::text[]) as name order by 1)
            select pg_advisory_xact_lock(number) from wanted""";

    private Locks() {}

    static void take(Connection tx, List<String> names) throws SQLException {
        try (var statement = tx.prepareStatement(TAKE)) {
            statement.setArray(1, tx.createArrayOf("text", names.toArray()));
            statement.execute();
        }
    }
}
