package conveyarr.request.core;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One secret of this installation, as it may stand in a body: as a whole word, since it may be a part of other ones, and not in what names a
 * release, for a password may be any word and the name is what we know the release by.
 */
record KnownSecret(String text, Pattern pattern) {
    private static final String NAMING =
            "(\"(?i:[a-z_]*title|subject|release(?:_?(?:name|group))?|[a-z_]*name|[a-z_]*path|folder)\"\\s*+:\\s*+\"(?:[^\"\\\\]|\\\\.)*+\")";

    /** A letter or digit before it makes it a part of a word, unless that belongs to an escape: {@code %3D}, {@code \u003d}, {@code \n}. */
    private static final String START =
            "(?:(?<![A-Za-z0-9])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\u[0-9A-Fa-f]{4})|(?<=\\\\[bfnrt]))";

    private static final String END = "(?![A-Za-z0-9])";

    /** Shorter ones are words that may stand for anything. */
    private static final int SHORTEST = 8;

    /** In the form of bytes that are read as Latin letters, the longest first. */
    static List<KnownSecret> all(Set<String> secrets) {
        return secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST)
                .map(secret -> new String(secret.getBytes(UTF_8), ISO_8859_1))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(KnownSecret::of)
                .toList();
    }

    private static KnownSecret of(String text) {
        return new KnownSecret(text, Pattern.compile(NAMING + "|" + START + Pattern.quote(text) + END));
    }

    /** The name of something was met, and no secret. */
    static boolean isName(MatchResult place) {
        return place.group(1) != null;
    }

    @Override
    public String toString() {
        return "KnownSecret";
    }
}
