package conveyarr.download.core.gate;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The hours in which nothing is downloaded, and those in which it goes slowly, in the owner's time zone. */
public record Timetable(List<Window> closed, List<Window> limited, ZoneId zone) {
    boolean closedAt(Instant at) {
        return within(closed, at);
    }

    boolean limitedAt(Instant at) {
        return within(limited, at);
    }

    private boolean within(List<Window> windows, Instant at) {
        var time = at.atZone(zone);
        return windows.stream().anyMatch(window -> window.holds(time));
    }
}
