package conveyarr.notification.core;

import conveyarr.events.ComponentId;
import conveyarr.events.MediaId;
import conveyarr.events.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The small words of a notification. */
public final class Wording {
    /** So that a long name cannot push the reason out of sight. */
    private static final int LONGEST_NAME = 120;

    private static final int LONGEST_QUOTE = 600;

    private Wording() {}

    public static String name(Subject about, Optional<Title> title) {
        return switch (about) {
            case ComponentId component -> Plain.line(component.name(), LONGEST_NAME);
            case MediaId media -> Plain.line(title.map(Title::toString).orElse(media.value()), LONGEST_NAME);
        };
    }

    /** What the source said, in its own words, as the end of a sentence. */
    public static String quoted(String words) {
        String line = Plain.line(words, LONGEST_QUOTE);
        return line.isEmpty() ? "." : ": \"" + line + "\"";
    }

    public static String quoted(List<String> reasons) {
        return quoted(String.join("; ", reasons));
    }

    /** Such as "45 s", "10 min" and "2 h 5 min". */
    public static String spoken(Duration time) {
        if (time.toMinutes() == 0) {
            return time.toSeconds() + " s";
        }
        if (time.toHours() == 0) {
            return time.toMinutes() + " min";
        }
        return time.toHours() + " h" + (time.toMinutesPart() == 0 ? "" : " " + time.toMinutesPart() + " min");
    }
}
