package conveyarr.library.core;

import conveyarr.events.MediaId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody looks for in the library: all {@code words} in a title, its ids, folder or release; {@code after} is where the page before ended. */
public record Query(List<String> words, Optional<String> kind, Optional<After> after, int limit) {
    public static final int MOST = 200;
    private static final int MOST_WORDS = 8;
    private static final int SHORTEST = 3;

    /** The last row of the page before. */
    public record After(String sort, String media) {}

    public static Query of(String text, Optional<String> kind, Optional<After> after, int limit) {
        var words = Stream.of(
                        text.toLowerCase(Locale.ROOT).replace("\0", "").strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        return new Query(words, kind, after, Math.clamp(limit, 1, MOST));
    }

    /** The one title that is asked for, such as {@code movie:tmdb:603}: its letters are in nearly every row, and would be compared with each. */
    public Optional<String> id() {
        return words.size() == 1 ? words.stream().filter(MediaId::isOne).findFirst() : Optional.empty();
    }

    /** Words of a letter or two are in nearly everything; where there are no others, they are how a title begins. */
    public List<String> longWords() {
        return id().isPresent()
                ? List.of()
                : words.stream().filter(word -> word.length() >= SHORTEST).toList();
    }

    public Optional<String> beginning() {
        return words.isEmpty() || id().isPresent() || !longWords().isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(" ", words));
    }

    /** A slip of the finger is only looked for on a first page, and in what is long enough to have one. */
    public boolean mayHaveASlip() {
        return after.isEmpty() && longWords().stream().anyMatch(word -> word.length() > SHORTEST);
    }
}
