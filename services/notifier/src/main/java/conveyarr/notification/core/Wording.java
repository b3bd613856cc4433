package conveyarr.notification.core;

import conveyarr.events.ComponentId;
import conveyarr.events.HealthEvent.VpnRestored;
import conveyarr.events.MediaId;
import conveyarr.events.RequestEvent.MediaRequested;
import conveyarr.events.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The small words of a notification. */
final class Wording {
    /** So that a long name cannot push the reason out of sight. */
    private static final int LONGEST_NAME = 120;

    private static final int LONGEST_QUOTE = 600;

    private Wording() {}

    static String name(Subject about, Optional<Title> title) {
        return switch (about) {
            case ComponentId component -> Plain.line(component.name(), LONGEST_NAME);
            case MediaId media -> Plain.line(title.map(Title::toString).orElse(media.value()), LONGEST_NAME);
        };
    }

    /** What the source said, in its own words, as the end of a sentence. */
    static String quoted(String words) {
        String line = Plain.line(words, LONGEST_QUOTE);
        return line.isEmpty() ? "." : ": \"" + line + "\"";
    }

    static String quoted(List<String> reasons) {
        return quoted(String.join("; ", reasons));
    }

    /** Such as "45 s", "10 min" and "2 h 5 min". */
    static String spoken(Duration time) {
        if (time.toMinutes() == 0) {
            return time.toSeconds() + " s";
        }
        if (time.toHours() == 0) {
            return time.toMinutes() + " min";
        }
        return time.toHours() + " h" + (time.toMinutesPart() == 0 ? "" : " " + time.toMinutesPart() + " min");
    }

    static String wanted(MediaRequested event) {
        String seasons = event.seasons().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "Asked for in %s, request %d%s%s."
                .formatted(
                        event.request().instance(),
                        event.request().number(),
                        event.uhd() ? ", in 4K" : "",
                        seasons.isEmpty() ? "" : ", season " + seasons);
    }

    static String tunnel(VpnRestored event) {
        String ports = event.forwardedPorts().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return event.publicAddress()
                        .map("The tunnel is up, address %s"::formatted)
                        .orElse("The tunnel is up")
                + (ports.isEmpty() ? "." : ", forwarded port " + ports + ".");
    }
}
