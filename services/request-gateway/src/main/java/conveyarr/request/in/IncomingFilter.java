package conveyarr.request.in;

import conveyarr.request.core.HookQuery;
import conveyarr.request.in.IncomingViews.Item;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the list of incoming hooks is asked for. */
public final class IncomingFilter {
    static final String HINT = "source=<instance>, type=<the program's word>,"
            + " result=STORED|DUPLICATE|NOT_UNDERSTOOD|QUARANTINED|REJECTED, q=<text in the body, of the newest"
            + " 10000 hooks that fit the rest; with a cursor, of those before it>, limit=1..200, cursor=<next of"
            + " the page before>";
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final Set<String> RESULTS =
            Set.of("STORED", "DUPLICATE", "NOT_UNDERSTOOD", "QUARANTINED", IncomingViews.REJECTED);

    @QueryParam("source")
    String source;

    @QueryParam("type")
    String type;

    @QueryParam("result")
    String result;

    @QueryParam("limit")
    String limit;

    @QueryParam("q")
    String text;

    @QueryParam("after")
    String after;

    /** Another word for {@code after}. */
    @QueryParam("cursor")
    String cursor;

    /** Throws {@link IllegalArgumentException} with a sentence for people. */
    HookQuery query() {
        Stream.of(source, type, result, limit, text, after, cursor).forEach(IncomingFilter::refuseControls);
        Optional<String> wanted = given(result).map(word -> word.toUpperCase(Locale.ROOT));
        Optional<String> page = given(after).or(() -> given(cursor));
        if (wanted.isPresent() && !RESULTS.contains(wanted.get())) {
            throw new IllegalArgumentException("There is no such result: " + result + ".");
        }
        return new HookQuery(given(source), given(type), wanted, given(text), page.map(IncomingFilter::id), limit());
    }

    private static void refuseControls(String value) {
        if (value != null && value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("No value here holds a control character, such as %00.");
        }
    }

    static boolean matches(Item item, HookQuery query) {
        return fits(query.source(), item.source()::equals)
                && fits(query.type(), item.type()::equals)
                && fits(query.result(), item.result()::equals)
                && query.text().isEmpty() // the body of what was turned away is not kept
                && fits(query.after(), after -> item.id().compareTo(after) < 0);
    }

    private static <T> boolean fits(Optional<T> wanted, Predicate<T> is) {
        return wanted.isEmpty() || is.test(wanted.get());
    }

    private int limit() {
        int number = given(limit)
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .orElse(0);
        if (given(limit).isEmpty()) {
            return USUAL;
        }
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("The limit is a number from 1 to " + MOST + ".");
        }
        return number;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The cursor is no id of a hook.", e);
        }
    }

    private static Optional<String> given(String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }
}
