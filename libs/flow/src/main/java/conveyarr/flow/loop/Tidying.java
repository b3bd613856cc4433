package conveyarr.flow.loop;

import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;
import java.util.List;

/**
 * Deletes what has served: published rows after the 7 days for which a broker's lost tail can be published again, calls that were made after
 * 30 days, and what {@code others} says. The inbox stays, as long as the topics do.
 */
public record Tidying(String schema, AgroalDataSource jdbc, List<String> others) {
    void run() throws SQLException {
        try (var connection = jdbc.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from %s.outbox where sent_at < now() - interval '7 days'".formatted(schema));
            statement.execute("delete from %s.call where done_at < now() - interval '30 days'".formatted(schema));
            for (String other : others) {
                statement.execute(other);
            }
        }
    }
}
