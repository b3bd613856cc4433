package conveyarr.health.in;

import conveyarr.events.EventCatalog;
import conveyarr.events.Topics;
import conveyarr.flow.http.Problem;
import conveyarr.health.Query.Position;
import conveyarr.health.timeline.Entry;
import conveyarr.health.timeline.Stage;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the words of a caller; what cannot be read is answered with 400 and a sentence. */
final class Asked {
    static final int MOST = 200;
    private static final int MOST_DAYS = 365;
    private static final int MOST_MINUTES = 30 * 24 * 60;
    private static final List<String> KINDS = List.of("movie", "tv", "album", "book", "download");

    private Asked() {}

    static Set<Stage> stages(String text) {
        return parts(text)
                .map(word -> Stream.of(Stage.values())
                        .filter(stage -> stage.name().equals(word.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> wrong(
                                "There is no stage '" + word + "'.",
                                "Use one or more of " + Arrays.toString(Stage.values()) + ".")))
                .collect(Collectors.toSet());
    }

    static Set<String> kinds(String text) {
        return parts(text)
                .map(word -> Optional.of(word.toLowerCase(Locale.ROOT))
                        .filter(KINDS::contains)
                        .orElseThrow(
                                () -> wrong("There is no kind '" + word + "'.", "Use one or more of " + KINDS + ".")))
                .collect(Collectors.toSet());
    }

    static int limit(String text) {
        return number(text)
                .filter(limit -> limit >= 1 && limit <= MOST)
                .map(Long::intValue)
                .orElseThrow(() -> wrong(
                        "The limit '" + text + "' is not a number from 1 to " + MOST + ".", "Leave it away for 50."));
    }

    static int days(String text) {
        return number(text)
                .filter(days -> days >= 1 && days <= MOST_DAYS)
                .map(Long::intValue)
                .orElseThrow(() -> wrong(
                        "'days' has to be a number from 1 to " + MOST_DAYS + ", not '" + text + "'.",
                        "Leave it away for a week."));
    }

    static long minutes(String text) {
        return number(text)
                .filter(minutes -> minutes >= 0 && minutes <= MOST_MINUTES)
                .orElseThrow(() -> wrong(
                        "'minutes' has to be a number from 0 to " + MOST_MINUTES + ", not '" + text + "'.",
                        "Leave it away for an hour."));
    }

    static long after(String text) {
        return number(text)
                .filter(after -> after >= 0)
                .orElseThrow(() -> wrong(
                        "'after' has to be the seq of an entry, not '" + text + "'.",
                        "Leave it away for the whole timeline."));
    }

    static Optional<Position> cursor(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Cursor.read(text)
                .orElseThrow(() -> wrong(
                        "The cursor is none that was given out.",
                        "Use 'next' of the answer before, or leave it away to begin anew.")));
    }

    static Set<String> words(String text) {
        return parts(text).collect(Collectors.toSet());
    }

    /** {@code downloads} is short for {@code conveyarr.downloads}. */
    static Set<String> topics(String text) {
        return parts(text)
                .map(word -> Topics.EVENTS.stream()
                        .filter(topic -> topic.equals(word) || topic.endsWith("." + word))
                        .findFirst()
                        .orElseThrow(() -> wrong(
                                "There are no events on the topic '" + word + "'.",
                                "Use one or more of " + Topics.EVENTS + ".")))
                .collect(Collectors.toSet());
    }

    static Set<String> events(String text) {
        Set<String> known = EventCatalog.all().map(Entry::kind).collect(Collectors.toCollection(TreeSet::new));
        return parts(text)
                .map(word -> Optional.of(word.toUpperCase(Locale.ROOT))
                        .filter(known::contains)
                        .orElseThrow(
                                () -> wrong("There is no event '" + word + "'.", "Use one or more of " + known + ".")))
                .collect(Collectors.toSet());
    }

    /** The cursor of the log: the number of the last event that was shown. */
    static long seq(String cursor) {
        return cursor == null || cursor.isBlank() ? Long.MAX_VALUE : after(cursor);
    }

    private static Stream<String> parts(String text) {
        return text == null
                ? Stream.empty()
                : Stream.of(text.split(",")).map(String::strip).filter(word -> !word.isEmpty());
    }

    private static Optional<Long> number(String text) {
        return text.matches("-?[0-9]{1,15}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static WebApplicationException wrong(String detail, String hint) {
        return new WebApplicationException(Problem.answer(Response.Status.BAD_REQUEST, detail, hint));
    }
}
