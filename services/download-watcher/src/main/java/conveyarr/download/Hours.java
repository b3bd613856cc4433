package conveyarr.download;

import conveyarr.download.core.gate.Window;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code 18:00-23:00}, {@code sat 08:00-12:00} and {@code mon-fri 22:00-06:00}. */
final class Hours {
    private static final Pattern FORM =
            Pattern.compile("(?:([a-z]{3})(?:-([a-z]{3}))?\\s+)?(\\d{2}:\\d{2})-(\\d{2}:\\d{2})");

    private Hours() {}

    static Window parse(String key, String text) {
        Matcher found = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        try {
            if (found.matches()) {
                return new Window(
                        days(found.group(1), found.group(2)),
                        LocalTime.parse(found.group(3)),
                        LocalTime.parse(found.group(4)));
            }
        } catch (DateTimeException _) {
            // Said below, with what would be right.
        }
        throw new ConfigurationException(
                "%s: \"%s\" are no hours; write them as 18:00-23:00 or mon-fri 18:00-23:00".formatted(key, text));
    }

    private static Set<DayOfWeek> days(String first, String last) {
        if (first == null) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        var days = EnumSet.noneOf(DayOfWeek.class);
        DayOfWeek end = day(last == null ? first : last);
        for (DayOfWeek day = day(first); ; day = day.plus(1)) {
            days.add(day);
            if (day == end) {
                return days;
            }
        }
    }

    private static DayOfWeek day(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(word))
                .findFirst()
                .orElseThrow(() -> new DateTimeException(word));
    }
}
