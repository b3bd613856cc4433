package conveyarr.request.in;

import conveyarr.events.MediaId;
import java.util.List;
import java.util.Optional;

/**
 * What somebody asks for, as it came: a title in words or a media id, for whom, and of a series which seasons. {@code kind} tells a movie and
 * a series of one name apart; {@code instance} says which Seerr where there are several.
 */
public record AskOrder(
        String title,
        String media,
        String kind,
        List<Integer> seasons,
        Boolean uhd,
        String user,
        String instance,
        boolean dryRun) {
    static final String HINT =
            "{\"title\":\"The Matrix\",\"user\":\"ana\"} or {\"media\":\"series:tvdb:81189\",\"seasons\":[1,2],"
                    + "\"uhd\":false,\"user\":\"ana\"}; without seasons it is all of a series.";
    private static final int LONGEST = 200;
    private static final int MOST_SEASONS = 100;

    /** {@code media} or, where it is empty, {@code title} is what is meant. */
    record Checked(
            String title,
            Optional<MediaId> media,
            Optional<String> kind,
            List<Integer> seasons,
            boolean uhd,
            String user) {}

    /** Throws {@link IllegalArgumentException} with a sentence for people. */
    static Checked check(AskOrder order) {
        if (order == null || blank(order.title()) == blank(order.media())) {
            throw new IllegalArgumentException("A request needs either title or media.");
        }
        if (blank(order.user())) {
            throw new IllegalArgumentException("A request needs the user for whom it is.");
        }
        String title = blank(order.title()) ? "" : order.title().strip();
        if (title.length() > LONGEST) {
            throw new IllegalArgumentException("No title is longer than " + LONGEST + " characters.");
        }
        return new Checked(
                title,
                blank(order.media())
                        ? Optional.empty()
                        : Optional.of(new MediaId(order.media().strip())),
                kind(order.kind()),
                seasons(order.seasons()),
                Boolean.TRUE.equals(order.uhd()),
                order.user().strip());
    }

    private static Optional<String> kind(String kind) {
        if (blank(kind)) {
            return Optional.empty();
        }
        if (!kind.equals("movie") && !kind.equals("series")) {
            throw new IllegalArgumentException("'kind' is movie or series.");
        }
        return Optional.of(kind);
    }

    private static List<Integer> seasons(List<Integer> seasons) {
        List<Integer> asked = seasons == null ? List.of() : seasons;
        if (asked.size() > MOST_SEASONS || asked.stream().anyMatch(one -> one == null || one < 0 || one > 9999)) {
            throw new IllegalArgumentException("'seasons' are up to " + MOST_SEASONS + " numbers of seasons.");
        }
        return asked.stream().distinct().sorted().toList();
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
