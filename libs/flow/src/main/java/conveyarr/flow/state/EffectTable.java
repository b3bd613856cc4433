package conveyarr.flow.state;

import conveyarr.flow.Effect;
import conveyarr.flow.Effect.Publish;
import conveyarr.flow.state.Round.Told;
import conveyarr.flow.wire.EventWriter;
import conveyarr.flow.wire.Json;
import conveyarr.flow.wire.WireRecord;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Writes down the effects of many decisions, as {@link conveyarr.flow.Tables#write} does those of one. */
record EffectTable(String schema) {

    void write(Connection tx, List<Told> told) throws SQLException {
        Instant now = Instant.now();
        send(
                tx,
                told.stream()
                        .filter(one -> one.effect() instanceof Publish)
                        .map(one -> record((Publish) one.effect(), one, now))
                        .toList());
        call(
                tx,
                told.stream()
                        .map(Told::effect)
                        .filter(effect -> !(effect instanceof Publish))
                        .toList());
    }

    private static WireRecord record(Publish publish, Told told, Instant now) {
        return EventWriter.write(publish.event(), publish.occurrence(), told.cause(), now);
    }

    /** What an event says is JSON, which is text without U+0000. The keys are locked before the numbers are drawn: the order of one key is the order of its commits. */
    private void send(Connection tx, List<WireRecord> records) throws SQLException {
        if (records.isEmpty()) {
            return;
        }
        Locks.take(tx, records.stream().map(one -> schema + "|key|" + one.key()).toList());
        var sql = """
                insert into %s.outbox (event_id, topic, key, headers, value)
                select event_id, topic, key, headers, convert_to(value, 'UTF8')
                from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
                    with ordinality as t(event_id, topic, key, headers, value, place) order by place
                on conflict (event_id) do nothing""".formatted(schema);
        insert(
                tx,
                sql,
                records,
                List.of(
                        new Column<>("uuid", WireRecord::id),
                        new Column<>("text", WireRecord::topic),
                        new Column<>("text", WireRecord::key),
                        new Column<>("text", one -> Json.write(one.headers())),
                        new Column<>("text", one -> new String(one.value(), StandardCharsets.UTF_8))));
    }

    private void call(Connection tx, List<Effect> calls) throws SQLException {
        if (calls.isEmpty()) {
            return;
        }
        var sql = """
                insert into %s.call (kind, body, place) select kind, body, place
                from unnest(?::text[], ?::text[], ?::text[]) with ordinality as t(kind, body, place, number)
                order by number""".formatted(schema);
        insert(
                tx,
                sql,
                calls,
                List.of(
                        new Column<>("text", call -> call.getClass().getSimpleName()),
                        new Column<>("text", Json::write),
                        new Column<>("text", Effect::place)));
    }

    private record Column<T>(String type, Function<T, Object> value) {}

    private static <T> void insert(Connection tx, String sql, List<T> rows, List<Column<T>> columns)
            throws SQLException {
        try (var statement = tx.prepareStatement(sql)) {
            for (int i = 0; i < columns.size(); i++) {
                var column = columns.get(i);
                statement.setArray(
                        i + 1,
                        tx.createArrayOf(
                                column.type(), rows.stream().map(column.value()).toArray()));
            }
            statement.executeUpdate();
        }
    }
}
