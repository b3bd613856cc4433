package conveyarr.health.timeline;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Amounts as people say them. */
public final class Words {
    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};

    private Words() {}

    /** Such as {@code 12.4 GB}. */
    public static String bytes(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= 1000 && unit < UNITS.length - 1) {
            amount /= 1000;
            unit++;
        }
        return unit == 0 ? bytes + " bytes" : String.format(Locale.ROOT, "%.1f %s", amount, UNITS[unit]);
    }

    /** Such as {@code 6 min} or {@code 3 h 10 min}: never more than two units. */
    public static String time(Duration time) {
        if (time.compareTo(Duration.ofMinutes(1)) < 0) {
            return time.toSeconds() + " s";
        }
        if (time.compareTo(Duration.ofHours(1)) < 0) {
            return time.toMinutes() + " min";
        }
        return time.compareTo(Duration.ofDays(1)) < 0
                ? two(time.toHours(), "h", time.toMinutesPart(), "min")
                : two(time.toDays(), "d", time.toHoursPart(), "h");
    }

    /** To the second below an hour, such as {@code 2 min 15 s}. */
    public static String exactly(Duration time) {
        boolean plain = time.compareTo(Duration.ofMinutes(1)) < 0 || time.compareTo(Duration.ofHours(1)) >= 0;
        return plain ? time(time) : two(time.toMinutes(), "min", time.toSecondsPart(), "s");
    }

    private static String two(long large, String largeUnit, int small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }

    static String size(long bytes) {
        return bytes > 0 ? ", " + bytes(bytes) : "";
    }

    static String quoted(List<String> reasons) {
        return quoted(String.join("; ", reasons));
    }

    static String quoted(String words) {
        return "\"" + words + "\"";
    }
}
