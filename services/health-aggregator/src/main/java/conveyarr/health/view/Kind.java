package conveyarr.health.view;

import java.util.List;

/** A kind of title, in the word of the API and in that of people. */
public record Kind(String word, String text) {
    static final List<Kind> ALL = List.of(
            new Kind("movie", "Movies"),
            new Kind("tv", "Series"),
            new Kind("album", "Albums"),
            new Kind("book", "Books"),
            new Kind("download", "Downloads of nothing known"));

    public static boolean isKnown(String word) {
        return ALL.stream().anyMatch(kind -> kind.word().equals(word));
    }

    /** Empty for none. */
    static String text(String word) {
        return ALL.stream()
                .filter(kind -> kind.word().equals(word))
                .map(Kind::text)
                .findFirst()
                .orElse("");
    }
}
