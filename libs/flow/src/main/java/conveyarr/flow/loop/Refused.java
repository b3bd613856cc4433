package conveyarr.flow.loop;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/** A row will never be taken, however often it is sent. It is parked with the reason, and the rows behind it go on. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_REASON = 500;

    private final long seq;

    Refused(long seq, String reason) {
        super(reason);
        this.seq = seq;
    }

    long seq() {
        return seq;
    }

    /** Why a record was refused for good; empty when it was taken, or may be at the next try. */
    static Optional<String> reason(Future<?> answer) {
        if (!answer.isDone()) {
            return Optional.empty();
        }
        try {
            answer.get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case RecordTooLargeException _,
                        InvalidTopicException _,
                        InvalidRecordException _,
                        SerializationException _ ->
                    Optional.of(e.getCause().getClass().getSimpleName() + ": "
                            + e.getCause().getMessage());
                case null, default -> Optional.empty();
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    void park(Connection connection, String schema) throws SQLException {
        var sql = "update %s.outbox set parked_at = now(), parked_reason = ?, batch = null where seq = ?"
                .formatted(schema);
        try (var statement = connection.prepareStatement(sql)) {
            String reason = getMessage().replace("\0", "");
            statement.setString(1, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
            statement.setLong(2, seq);
            statement.executeUpdate();
        }
    }
}
