package conveyarr.flow;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;

/** Tells trouble that passes (a database or an upstream that is away) from trouble that will be the same at every try. */
public final class Trouble {
    /** PostgreSQL's classes "data exception" (such as a text with U+0000) and "limit exceeded" (such as a key too long for an index). */
    private static final Set<String> INPUTS_FAULT = Set.of("22", "54");

    private Trouble() {}

    /** True for what the input itself is to blame for: it cannot be read, the decision fails on it, or the database cannot hold it. */
    public static boolean isPermanent(Throwable failure) {
        return switch (failure) {
            case IllegalArgumentException _,
                    DateTimeException _,
                    NullPointerException _,
                    ClassCastException _,
                    MatchException _,
                    ArithmeticException _,
                    IndexOutOfBoundsException _,
                    NoSuchElementException _,
                    UnsupportedOperationException _ -> true;
            case Throwable _ -> causes(failure).anyMatch(Trouble::isInputsFault);
        };
    }

    /** Hibernate Reactive gives the driver's exception in one case and one of JDBC in another. */
    private static boolean isInputsFault(Throwable failure) {
        String state =
                switch (failure) {
                    case PgException pg -> pg.getSqlState();
                    case SQLException sql -> sql.getSQLState();
                    case Throwable _ -> null;
                };
        return state != null && state.length() >= 2 && INPUTS_FAULT.contains(state.substring(0, 2));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
