package conveyarr.flow.state;

import conveyarr.flow.state.Bulk.Received;
import jakarta.persistence.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rows of many aggregates of one kind, and their inbox. */
final class BulkTable<S, R extends StateRow> {
    private final String schema;
    private final Aggregate<S, R> aggregate;
    private final Columns columns;
    private final String table;
    private final String save;

    BulkTable(String schema, Aggregate<S, R> aggregate) {
        this.schema = schema;
        this.aggregate = aggregate;
        this.columns = Columns.of(aggregate.rowType());
        this.table =
                schema + "." + aggregate.rowType().getAnnotation(Table.class).name();
        this.save = save();
    }

    void lock(Connection tx, List<String> ids) throws SQLException {
        Locks.take(tx, ids.stream().map(id -> schema + "|" + id).toList());
    }

    /** Those of the inputs that were not received before. */
    Set<Received> firstTime(Connection tx, List<Received> inputs) throws SQLException {
        var sql = """
                insert into %s.inbox (aggregate, event_id) select * from unnest(?::text[], ?::uuid[])
                on conflict do nothing returning aggregate, event_id""".formatted(schema);
        var fresh = new HashSet<Received>();
        if (inputs.isEmpty()) {
            return fresh;
        }
        try (var statement = tx.prepareStatement(sql)) {
            statement.setArray(
                    1,
                    tx.createArrayOf(
                            "text", inputs.stream().map(Received::aggregate).toArray()));
            statement.setArray(
                    2,
                    tx.createArrayOf(
                            "uuid", inputs.stream().map(Received::event).toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    fresh.add(new Received(rows.getString(1), rows.getObject(2, UUID.class)));
                }
            }
        }
        return fresh;
    }

    Map<String, S> load(Connection tx, List<String> ids) throws SQLException {
        var states = new HashMap<String, S>();
        try (var statement = tx.prepareStatement("select id, kind, state from %s where id = any(?)".formatted(table))) {
            statement.setArray(1, tx.createArrayOf("text", ids.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    R row = aggregate.newRow().get();
                    row.id = rows.getString(1);
                    row.kind = rows.getString(2);
                    row.state = rows.getString(3);
                    states.put(row.id, aggregate.json().read(row));
                }
            }
        }
        return states;
    }

    void save(Connection tx, Map<String, S> states) throws SQLException {
        if (states.isEmpty()) {
            return;
        }
        Instant now = Instant.now();
        var rows = states.entrySet().stream()
                .map(one -> row(one.getKey(), one.getValue(), now))
                .toList();
        try (var statement = tx.prepareStatement(save)) {
            for (int i = 0; i < columns.fields().size(); i++) {
                statement.setArray(i + 1, tx.createArrayOf(columns.types().get(i), columns.values(i, rows)));
            }
            statement.executeUpdate();
        }
    }

    private R row(String id, S state, Instant now) {
        R row = aggregate.newRow().get();
        row.id = id;
        aggregate.json().write(state, row);
        aggregate.columns().accept(state, row);
        row.changedAt = now;
        return row;
    }

    private String save() {
        Collection<String> names = columns.names();
        return "insert into %1$s as kept (%2$s, version) select %2$s, 0 from unnest(%3$s) with ordinality as t(%2$s, place) order by place on conflict (id) do update set %4$s, version = kept.version + 1"
                .formatted(
                        table,
                        String.join(", ", names),
                        columns.types().stream().map("?::%s[]"::formatted).collect(Collectors.joining(", ")),
                        names.stream().map(name -> name + " = excluded." + name).collect(Collectors.joining(", ")));
    }
}
