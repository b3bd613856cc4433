package conveyarr.health.view;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A point in time for a page: one form for machines, and one for people in the zone of this machine, which the foot of each page names. */
public record Moment(Instant at) {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    public static Moment of(Instant at) {
        return at == null ? null : new Moment(at);
    }

    public String iso() {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    public String text() {
        return FORM.format(at);
    }
}
