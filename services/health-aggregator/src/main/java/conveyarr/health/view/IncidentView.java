package conveyarr.health.view;

import conveyarr.health.core.incident.Incident;
import conveyarr.health.core.incident.Incident.Affected;
import conveyarr.health.timeline.Timeline;
import conveyarr.health.timeline.Tone;
import conveyarr.health.timeline.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** One incident; {@code text} says it whole. {@code end} is null while it lasts, and {@code seconds} go on. */
public record IncidentView(
        UUID id,
        String cause,
        String about,
        String text,
        String tone,
        Instant begin,
        Instant end,
        long seconds,
        String why,
        Downloads downloads,
        List<String> also) {

    /** {@code requests} are the ids of the titles whose downloads waited. */
    public record Downloads(int held, int lost, List<String> requests) {
        static Downloads of(Affected affected) {
            var requests = affected.media().stream()
                    .map(media -> Timeline.of(media).requestId())
                    .sorted()
                    .toList();
            return new Downloads(affected.held(), affected.lost(), requests);
        }
    }

    public static IncidentView of(Incident one, Instant now) {
        Duration length = one.length(now);
        return new IncidentView(
                one.id(),
                one.cause().name().toLowerCase(Locale.ROOT),
                one.about(),
                text(one, length),
                (one.end().isPresent() ? Tone.OFF : tone(one)).word(),
                one.begin(),
                one.end().orElse(null),
                length.toSeconds(),
                one.why(),
                Downloads.of(one.affected()),
                one.also());
    }

    private static Tone tone(Incident one) {
        return switch (one.cause()) {
            case VPN_DOWN, VPN_NETWORK_LOST, LEAK, PROGRAM_DOWN -> Tone.BAD;
            case CLIENT_UNREACHABLE,
                    CLIENT_DISCONNECTED,
                    CLIENT_DEAF,
                    DISK_FULL,
                    MANY_STALLED,
                    PORT_DEAF,
                    PROGRAM_DEGRADED,
                    VPN_UNSTABLE,
                    PROGRAM_UNSTABLE -> Tone.WARN;
        };
    }

    /** Such as {@code VPN down at gluetun, 2 min 15 s; 4 downloads held, 0 lost}. */
    private static String text(Incident one, Duration length) {
        String what = what(one) + ", " + Words.exactly(length) + (one.end().isPresent() ? "" : " so far");
        var affected = one.affected();
        String downloads = affected.held() == 0
                ? ""
                : "; " + affected.held() + (affected.held() == 1 ? " download" : " downloads") + " held, "
                        + affected.lost() + " lost";
        return what + downloads + (one.also().isEmpty() ? "" : "; with it: " + String.join(", ", one.also()));
    }

    private static String what(Incident one) {
        return switch (one.cause()) {
            case VPN_DOWN -> "VPN down at " + one.about();
            case VPN_NETWORK_LOST -> "Network lost behind " + one.about();
            case VPN_UNSTABLE -> "VPN unstable at " + one.about();
            case LEAK -> one.about() + " outside the VPN";
            case PORT_DEAF -> one.about() + " cannot be reached from outside";
            case CLIENT_UNREACHABLE -> one.about() + " does not answer";
            case CLIENT_DISCONNECTED -> one.about() + " without a connection";
            case CLIENT_DEAF -> "Nobody can connect to " + one.about();
            case DISK_FULL -> "Too little room for the downloads of " + one.about();
            case MANY_STALLED -> "Many downloads of " + one.about() + " stalled at once";
            case PROGRAM_DOWN -> one.about() + " down";
            case PROGRAM_DEGRADED -> one.about() + " not well";
            case PROGRAM_UNSTABLE -> one.about() + " restarting";
        };
    }
}
