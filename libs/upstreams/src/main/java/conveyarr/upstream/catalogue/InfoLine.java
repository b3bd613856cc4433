package conveyarr.upstream.catalogue;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills a line with values; a part of a line in square brackets is left away when a value of it is missing, as is the whole line. */
final class InfoLine {
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\]]*)]");
    private static final Pattern VALUE = Pattern.compile("\\{([a-zA-Z]+)(\\|bytes|\\|nonzero)?}");

    private InfoLine() {}

    static String of(String line, Map<String, String> values) {
        String known =
                OPTIONAL.matcher(line).replaceAll(part -> Matcher.quoteReplacement(filled(part.group(1), values)));
        return filled(known, values);
    }

    private static String filled(String part, Map<String, String> values) {
        boolean whole = VALUE.matcher(part).results().allMatch(one -> has(values.get(one.group(1)), one.group(2)));
        return whole
                ? VALUE.matcher(part)
                        .replaceAll(one -> Matcher.quoteReplacement(shown(values.get(one.group(1)), one.group(2))))
                : "";
    }

    private static boolean has(String value, String form) {
        return value != null && !value.isBlank() && !("|nonzero".equals(form) && value.equals("0"));
    }

    private static String shown(String value, String form) {
        if (!"|bytes".equals(form) || !value.matches("\\d{1,18}")) {
            return value;
        }
        double bytes = Long.parseLong(value);
        return bytes >= 1e12
                ? String.format(Locale.ROOT, "%.1f TB", bytes / 1e12)
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
