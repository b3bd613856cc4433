package conveyarr.health.view;

import conveyarr.health.timeline.Tone;
import conveyarr.health.timeline.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One line of a story; {@code gap} says how long nothing happened before it, when that was long. */
public record Line(EntryView entry, String gap) {
    private static final Duration LONG = Duration.ofMinutes(5);

    static List<Line> all(List<EntryView> entries) {
        var lines = new ArrayList<Line>();
        EntryView before = null;
        for (EntryView entry : entries) {
            Duration quiet = before == null ? Duration.ZERO : Duration.between(before.at(), entry.at());
            lines.add(new Line(entry, quiet.compareTo(LONG) > 0 ? Words.time(quiet) + " nothing" : null));
            before = entry;
        }
        return lines;
    }

    public Tone mood() {
        return Tone.valueOf(entry.tone().toUpperCase(Locale.ROOT));
    }

    public Moment at() {
        return Moment.of(entry.at());
    }

    /** How we came to know. */
    public String via() {
        return entry.via().equals("self") ? "by us" : entry.via();
    }
}
