package conveyarr.notification.channel;

import java.util.function.IntFunction;

/** Makes text safe for a receiver that reads signs in it, and short enough with its escapes. */
public final class Escape {
    private static final String CUT = "…";

    private Escape() {}

    /** At most {@code most} chars of UTF-16; {@code escape} gives each code point as the receiver wants it, and is never cut through. */
    public static String within(int most, String text, IntFunction<String> escape) {
        var all = new StringBuilder();
        int lastThatLeavesRoom = 0;
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            if (all.length() <= most - CUT.length()) {
                lastThatLeavesRoom = all.length();
            }
            all.append(escape.apply(text.codePointAt(at)));
            if (all.length() > most) {
                return all.substring(0, lastThatLeavesRoom) + CUT;
            }
        }
        return all.toString();
    }

    /** For receivers that read tags and entities. */
    public static String html(int codePoint) {
        return switch (codePoint) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            default -> Character.toString(codePoint);
        };
    }
}
