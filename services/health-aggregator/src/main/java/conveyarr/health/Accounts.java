package conveyarr.health;

import conveyarr.health.core.access.Account;
import conveyarr.health.core.access.Book;
import conveyarr.health.core.access.Session;
import conveyarr.health.out.AccessRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** The accounts and the sessions that were ended, kept in the database; read at most once in a few seconds. */
@Singleton
public class Accounts {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final HealthFlow flow;
    private final AccessRows rows;
    private volatile Book book;
    private volatile Instant readAt = Instant.EPOCH;

    Accounts(HealthFlow flow, AccessRows rows) {
        this.flow = flow;
        this.rows = rows;
    }

    public Uni<Book> book() {
        Instant now = Instant.now();
        Book known = book;
        return known != null && now.isBefore(readAt.plus(FRESH))
                ? Uni.createFrom().item(known)
                : read();
    }

    public Uni<Void> keep(Account account) {
        return changed(flow.inTransaction(tx -> AccessRows.keep(tx, account)));
    }

    public Uni<Void> remove(String name) {
        return changed(flow.inTransaction(tx -> AccessRows.remove(tx, name)));
    }

    public Uni<Void> end(Session session) {
        return changed(flow.inTransaction(tx -> AccessRows.end(tx, session)));
    }

    private Uni<Void> changed(Uni<Void> change) {
        return change.chain(this::read).replaceWithVoid();
    }

    private Uni<Book> read() {
        return rows.read().invoke(found -> {
            book = found;
            readAt = Instant.now();
        });
    }
}
