package conveyarr.request.core;

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

    static KnownSecret of(String text) {
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
