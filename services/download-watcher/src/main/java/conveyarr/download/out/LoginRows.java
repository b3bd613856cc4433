package conveyarr.download.out;

import conveyarr.flow.http.ApiKey;
import conveyarr.upstream.ClosedLogins;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refused logins in PostgreSQL. A login is kept as a mark that only this installation's key can make, so no password can be tried on it. */
@Singleton
public class LoginRows implements ClosedLogins {
    private static final String WHERE = " where instance = ? and mark = ?";

    private final AgroalDataSource database;
    private final String key;

    LoginRows(
            @DataSource("download") AgroalDataSource database, @ConfigProperty(name = "conveyarr.api-key") String key) {
        this.database = database;
        this.key = key;
    }

    @Override
    public Uni<Optional<Closed>> of(Login login) {
        return aside(() -> find(login));
    }

    @Override
    public Uni<Void> close(Login login, Closed closed) {
        return aside(() -> {
            keep(login, closed);
            return null;
        });
    }

    @Override
    public Uni<Void> open(Login login) {
        return aside(() -> {
            forget(login);
            return null;
        });
    }

    private interface Work<T> {
        T done() throws SQLException;
    }

    /** On another thread, because this one must not wait for a database. */
    private static <T> Uni<T> aside(Work<T> work) {
        return Uni.createFrom()
                .item(Unchecked.supplier(work::done))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Optional<Closed> find(Login login) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select banned, words, until, pause_s from download.closed_login" + WHERE)) {
            query.setString(1, login.instance());
            query.setString(2, mark(login));
            var row = query.executeQuery();
            return row.next()
                    ? Optional.of(new Closed(
                            row.getBoolean(1),
                            row.getString(2),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            Duration.ofSeconds(row.getLong(4))))
                    : Optional.empty();
        }
    }

    private void keep(Login login, Closed closed) throws SQLException {
        var sql = """
                insert into download.closed_login (instance, mark, banned, words, until, pause_s) values (?, ?, ?, ?, ?, ?)
                on conflict (instance) do update set mark = excluded.mark, banned = excluded.banned,
                    words = excluded.words, until = excluded.until, pause_s = excluded.pause_s""";
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql)) {
            insert.setString(1, login.instance());
            insert.setString(2, mark(login));
            insert.setBoolean(3, closed.banned());
            insert.setString(4, closed.words().replace("\0", ""));
            insert.setObject(5, closed.until().atOffset(ZoneOffset.UTC));
            insert.setLong(6, closed.pause().toSeconds());
            insert.executeUpdate();
        }
    }

    private void forget(Login login) throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("delete from download.closed_login" + WHERE)) {
            delete.setString(1, login.instance());
            delete.setString(2, mark(login));
            delete.executeUpdate();
        }
    }

    private String mark(Login login) {
        byte[] digest = ApiKey.digest(key + "\n" + login.instance() + "\n" + login.identity());
        return HexFormat.of().formatHex(digest, 0, 8);
    }
}
