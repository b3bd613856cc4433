package conveyarr.notification.core;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Makes one harmless line of text that others wrote: titles, release names and error messages are anybody's words. */
public final class Plain {
    /** Control characters, line ends, lone surrogates, and the marks that turn the direction of the text around. */
    private static final Pattern UNWANTED =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]+");

    /** What no database takes and no reader sees. */
    private static final Pattern UNWANTED_IN_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\t\\r\\n]]");

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final String CUT = "…";

    private Plain() {}

    /** One line of at most {@code longest} code points. */
    public static String line(String text, int longest) {
        String clean = SPACES.matcher(UNWANTED.matcher(text).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return clean.codePointCount(0, clean.length()) <= longest
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, longest - 1)).stripTrailing() + CUT;
    }

    /** Not cut, and with the lines of its own. */
    static String text(String text) {
        return UNWANTED_IN_TEXT.matcher(text).replaceAll(" ");
    }

    /** The text in at most {@code most} bytes of UTF-8, cut between code points. */
    public static String bytes(String text, int most) {
        if (text.getBytes(StandardCharsets.UTF_8).length <= most) {
            return text;
        }
        int room = most - CUT.getBytes(StandardCharsets.UTF_8).length;
        int end = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            room -= text.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
            if (room < 0) {
                break;
            }
            end = next;
        }
        return text.substring(0, end) + CUT;
    }
}
