package conveyarr.health.in.access;

import conveyarr.flow.Aside;
import conveyarr.flow.http.ApiKey;
import conveyarr.health.Accounts;
import conveyarr.health.core.access.Account;
import conveyarr.health.core.access.Attempts;
import conveyarr.health.core.access.Book;
import conveyarr.health.core.access.Password;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Checks names and passwords, and lets nobody try for ever. */
@Singleton
class Logins {
    private static final Logger LOGGER = Logger.getLogger(Logins.class);

    private final Accounts accounts;
    private final ApiKey apiKey;
    private final AtomicReference<Attempts> attempts = new AtomicReference<>(Attempts.NONE);

    Logins(Accounts accounts, ApiKey apiKey) {
        this.accounts = accounts;
        this.apiKey = apiKey;
    }

    /** How a try went: with {@code account}, {@code byKey}, or {@code blockedUntil}; with none of them it was wrong. */
    record Tried(Optional<Account> account, boolean byKey, Optional<Instant> blockedUntil) {
        boolean good() {
            return account.isPresent() || byKey;
        }

        /** Why it was not good; {@code wrong} when it was looked at. */
        String refusal(String wrong) {
            return blockedUntil
                    .map(until -> "There were too many wrong tries from your address. The next one is looked at after "
                            + until + ".")
                    .orElse(wrong);
        }
    }

    /** What somebody wrote, and from where. */
    record Offered(String name, String password, String from) {}

    /** Without a name, the password is the API key. */
    Uni<Tried> check(Offered offered) {
        var until = attempts.get().blockedUntil(offered.from(), Instant.now());
        if (until.isPresent()) {
            return Uni.createFrom().item(new Tried(Optional.empty(), false, until));
        }
        if (offered.name().isEmpty()) {
            return Uni.createFrom()
                    .item(noted(
                            offered,
                            new Tried(Optional.empty(), apiKey.accepts(offered.password()), Optional.empty())));
        }
        return accounts.book()
                .chain(book -> Aside.of(() -> matching(book, offered)))
                .map(found -> noted(offered, new Tried(found, false, Optional.empty())));
    }

    private Tried noted(Offered offered, Tried tried) {
        Instant now = Instant.now();
        attempts.updateAndGet(all -> tried.good() ? all.succeeded(offered.from()) : all.failed(offered.from(), now));
        LOGGER.infof("access.login good=%s from=%s", tried.good(), offered.from());
        return tried;
    }

    private static Optional<Account> matching(Book book, Offered offered) {
        var account = Optional.ofNullable(book.accounts().get(offered.name()));
        boolean right = account.map(one -> one.password().is(offered.password()))
                .orElseGet(() -> Password.burn(offered.password()));
        return account.filter(_ -> right);
    }
}
