package conveyarr.upstream;

import java.util.List;

/** Cuts what strangers wrote, at the place where it comes in: nobody needs more of it, and a hostile text could fill every table behind. */
public final class Words {
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_REASON = 2000;
    private static final int LONGEST_LINE = 300;
    private static final int MOST_REASONS = 50;

    private Words() {}

    /** The name of a title, a release, an indexer or a person. */
    public static String name(String text) {
        return cut(text, LONGEST_NAME);
    }

    public static String reason(String text) {
        return cut(text, LONGEST_REASON);
    }

    /** A short answer in one line, such as {@code Incorrect category name}. */
    public static String line(String text) {
        return text == null ? "" : cut(text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip(), LONGEST_LINE);
    }

    public static List<String> reasons(List<String> texts) {
        return texts.stream().limit(MOST_REASONS).map(Words::reason).toList();
    }

    private static String cut(String text, int longest) {
        if (text == null || text.length() <= longest) {
            return text;
        }
        boolean splitsAPair = Character.isHighSurrogate(text.charAt(longest - 1));
        return text.substring(0, splitsAPair ? longest - 1 : longest);
    }
}
