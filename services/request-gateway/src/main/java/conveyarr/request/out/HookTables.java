package conveyarr.request.out;

import conveyarr.flow.wire.Json;
import conveyarr.flow.wire.WireRecord;
import conveyarr.request.out.HookMover.Judged;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;

/** Writes a batch of hooks in a running transaction. What is there already stays as it is. */
record HookTables(Connection connection) {

    void hooks(List<Judged> hooks) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into request.hook
                    (receipt, instance, received_at, remote, headers, body, sha256, masked, type, verdict, reason, duplicate_of)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (select before.receipt from request.hook before
                    where before.instance = ? and before.sha256 = ? and before.receipt < ? order by before.receipt limit 1))
                on conflict do nothing""")) {
            for (Judged hook : hooks) {
                fill(statement, hook);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void fill(PreparedStatement row, Judged hook) throws SQLException {
        var delivery = hook.delivery();
        var verdict = hook.verdict();
        row.setObject(1, delivery.receipt());
        row.setString(2, delivery.instance());
        row.setObject(3, delivery.receivedAt().atOffset(ZoneOffset.UTC));
        row.setString(4, Plain.text(delivery.remote()));
        row.setString(5, Plain.text(Json.write(delivery.headers())));
        row.setBytes(6, delivery.body());
        row.setString(7, hook.original().sha256());
        row.setInt(8, hook.original().masked());
        row.setString(9, Plain.text(verdict.type()));
        row.setString(10, verdict.result().name());
        row.setString(11, verdict.reason().orElse(null));
        row.setString(12, delivery.instance());
        row.setString(13, hook.original().sha256());
        row.setObject(14, delivery.receipt());
    }

    /** Asks for a copy of each hook that has to go where it went before, once. */
    void copies(List<Judged> hooks) throws SQLException {
        try (var statement = connection.prepareStatement("""
                with fresh as (
                    insert into request.forward_copy (receipt, instance, place)
                    select h.receipt, h.instance, c.place
                    from request.hook h join request.connection c on c.instance = h.instance and c.target is not null
                    where h.receipt = any(?) and h.type = any(string_to_array(c.types, ','))
                    on conflict do nothing returning receipt)
                insert into request.call (kind, body)
                select 'ForwardHook', json_build_object('receipt', receipt)::text from fresh order by receipt""")) {
            Object[] receipts =
                    hooks.stream().map(hook -> hook.delivery().receipt()).toArray();
            statement.setArray(1, connection.createArrayOf("uuid", receipts));
            statement.executeUpdate();
        }
    }

    /** As {@link conveyarr.flow.Tables#send} does it: the lock on the key comes before the number in the queue. */
    void outbox(List<WireRecord> records) throws SQLException {
        for (String key :
                records.stream().map(WireRecord::key).distinct().sorted().toList()) {
            lock("request|key|" + key);
        }
        try (var statement = connection.prepareStatement("""
                insert into request.outbox (event_id, topic, key, headers, value)
                values (?, ?, ?, ?, ?) on conflict (event_id) do nothing""")) {
            for (WireRecord record : records) {
                statement.setObject(1, record.id());
                statement.setString(2, record.topic());
                statement.setString(3, record.key());
                statement.setString(4, Json.write(record.headers()));
                statement.setBytes(5, record.value());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void lock(String name) throws SQLException {
        try (var statement =
                connection.prepareStatement("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            statement.setString(1, name);
            statement.executeQuery();
        }
    }
}
