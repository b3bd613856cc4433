package conveyarr.flow.loop;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.embedded.PgNode;
import conveyarr.flow.loop.CallTable.Due;
import io.agroal.api.AgroalDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which calls come next. */
class CallTableTest {
    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");

    @TempDir
    static Path folder;

    private static PgNode postgres;
    private static AgroalDataSource jdbc;

    @BeforeAll
    static void start() throws Exception {
        postgres = RelayWorld.postgres(folder);
        jdbc = RelayWorld.jdbc(postgres);
    }

    @AfterAll
    static void stop() throws Exception {
        jdbc.close();
        postgres.close();
    }

    @Test
    void those_whose_time_came_first_come_first_wherever_they_go() throws Exception {
        var table = table("order");
        call("order", "b", -10, 1);
        call("order", "", -40, 1);
        call("order", "a", -20, 2);
        call("order", "c", -30, 1);
        call("order", "c", 3600, 1);
        RelayWorld.execute(
                jdbc, "insert into order_calls.call (kind, body, place, done_at) values ('X', '', 'd', now())");
        try (var connection = jdbc.getConnection()) {
            assertThat(table.due(connection, 32, List.of(), List.of()))
                    .extracting(Due::place)
                    .containsExactly("", "c", "a", "a", "b");
            assertThat(table.due(connection, 2, List.of(), List.of()))
                    .extracting(Due::place)
                    .containsExactly("", "c");
            assertThat(table.due(connection, 32, List.of(2L, 3L), List.of("c")))
                    .extracting(Due::place)
                    .containsExactly("a", "b");
        }
    }

    @Test
    void nothing_is_due_where_nothing_waits() throws Exception {
        var table = table("none");
        try (var connection = jdbc.getConnection()) {
            assertThat(table.due(connection, 32, List.of(), List.of())).isEmpty();
        }
    }

    /** A channel that answers slowly has thousands waiting while the loop looks for the calls to others, fifty times a second. */
    @Test
    void what_waits_for_a_busy_place_is_not_read() throws Exception {
        var table = table("crowd");
        call("crowd", "slow", -100, 20_000);
        call("crowd", "quick", -1, 1);
        RelayWorld.execute(jdbc, "analyze crowd_calls.call");
        try (var connection = jdbc.getConnection()) {
            assertThat(table.due(connection, 24, List.of(), List.of("slow")))
                    .extracting(Due::place)
                    .containsExactly("quick");
            assertThat(pagesRead(connection, "slow")).isLessThan(100);
            assertThat(pagesRead(connection)).isLessThan(100);
        }
    }

    private static int pagesRead(Connection connection, String... busy) throws SQLException {
        var sql = "explain (analyze, buffers, timing off, summary off) " + CallTable.DUE.formatted("crowd_calls");
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", new Long[0]));
            statement.setInt(2, 24);
            statement.setArray(3, connection.createArrayOf("text", busy));
            statement.setInt(4, 24);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var buffers = BUFFERS.matcher(rows.getString(1));
                    if (buffers.find()) { // the first line with them counts for all below it
                        return number(buffers.group(1)) + number(buffers.group(2));
                    }
                }
            }
        }
        throw new AssertionError("the plan names no buffers");
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static CallTable table(String name) throws Exception {
        RelayWorld.schema(jdbc, name + "_calls");
        return new CallTable(name + "_calls", jdbc);
    }

    private static void call(String name, String place, int dueIn, int count) throws SQLException {
        RelayWorld.execute(
                jdbc,
                "insert into %s_calls.call (kind, body, place, due_at) select 'X', '', '%s', now() + %d * interval '1 second' from generate_series(1, %d)"
                        .formatted(name, place, dueIn, count));
    }
}
