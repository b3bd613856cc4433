package conveyarr.request.in;

import conveyarr.upstream.RequestPortal.Found;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody means by a title, among what a search found: the only one that is called so, or the only one found. A year behind the title
 * counts, as in {@code Dune 2021} and {@code Dune (2021)}.
 */
record Meaning(Optional<Found> one, List<Found> choices) {
    private static final int MOST = 20;
    private static final Pattern WITH_YEAR = Pattern.compile("(.+?)[\\s(\\[]+((?:19|20)\\d{2})[)\\]]?");

    static Meaning of(String words, Optional<String> kind, List<Found> found) {
        List<Found> fit = found.stream()
                .filter(one -> kind.map(one.media().kind()::equals).orElse(true))
                .toList();
        List<Found> called = fit.stream().filter(one -> isCalled(words, one)).toList();
        if (called.size() == 1) {
            return new Meaning(Optional.of(called.getFirst()), List.of());
        }
        return fit.size() == 1
                ? new Meaning(Optional.of(fit.getFirst()), List.of())
                : new Meaning(
                        Optional.empty(),
                        (called.isEmpty() ? fit : called).stream().limit(MOST).toList());
    }

    /** The title alone, for a search that takes the year for a word of it. */
    static Optional<String> undated(String words) {
        var dated = WITH_YEAR.matcher(words.strip());
        return dated.matches() ? Optional.of(dated.group(1).strip()) : Optional.empty();
    }

    private static boolean isCalled(String words, Found one) {
        String title = plain(one.title());
        if (plain(words).equals(title)) {
            return true;
        }
        var dated = WITH_YEAR.matcher(words.strip());
        return dated.matches()
                && plain(dated.group(1)).equals(title)
                && one.year().equals(Optional.of(Integer.valueOf(dated.group(2))));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
