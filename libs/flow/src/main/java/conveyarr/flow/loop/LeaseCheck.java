package conveyarr.flow.loop;

import conveyarr.flow.Gathering;
import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletionException;

/** Asks for many at once whether a lease is still ours: each question is answered by a look that began after it was asked. */
final class LeaseCheck {
    private final AgroalDataSource jdbc;
    private final Lease lease;
    private final Gathering<Long, Boolean> questions = new Gathering<>(Hands.ALL, this::areOurs);

    LeaseCheck(AgroalDataSource jdbc, Lease lease) {
        this.jdbc = jdbc;
        this.lease = lease;
    }

    /** A process that was stopped for a while must not make what another has made meanwhile. */
    boolean isOurs(long epoch) {
        try {
            return questions.ask(epoch).join();
        } catch (CompletionException e) {
            return false; // it stays due
        }
    }

    private List<Boolean> areOurs(List<Long> epochs) throws SQLException {
        var known = new HashMap<Long, Boolean>();
        try (var connection = jdbc.getConnection()) {
            for (long epoch : epochs) {
                if (!known.containsKey(epoch)) {
                    known.put(epoch, lease.isOurs(connection, epoch));
                }
            }
        }
        return epochs.stream().map(known::get).toList();
    }
}
