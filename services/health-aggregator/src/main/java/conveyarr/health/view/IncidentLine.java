package conveyarr.health.view;

import conveyarr.health.core.incident.Incident;
import conveyarr.health.timeline.Tone;
import java.time.Instant;
import java.util.Locale;

/** An incident as a page shows it. */
public record IncidentLine(IncidentView incident) {
    public static IncidentLine of(Incident one, Instant now) {
        return new IncidentLine(IncidentView.of(one, now));
    }

    public Tone mood() {
        return Tone.valueOf(incident.tone().toUpperCase(Locale.ROOT));
    }

    public Moment begin() {
        return Moment.of(incident.begin());
    }

    /** Null while it lasts. */
    public Moment end() {
        return Moment.of(incident.end());
    }
}
