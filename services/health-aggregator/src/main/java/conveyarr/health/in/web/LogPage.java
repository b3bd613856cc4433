package conveyarr.health.in.web;

import conveyarr.events.EventCatalog;
import conveyarr.events.Topics;
import conveyarr.health.Neighbours;
import conveyarr.health.timeline.Entry;
import conveyarr.health.timeline.Tone;
import conveyarr.health.view.LogView;
import conveyarr.health.view.Moment;
import java.util.List;
import java.util.Locale;

/** Events of all topics, newest first; {@code next} is where the older ones begin, or null. */
public record LogPage(List<Line> lines, Asked asked, String cursor, String next) {
    /** What a visitor chose; empty for all. */
    public record Asked(String topic, String kind) {
        public boolean filtered() {
            return !(topic + kind).isEmpty();
        }
    }

    private static final List<String> KINDS =
            EventCatalog.all().map(Entry::kind).sorted().toList();

    public record Line(LogView event) {
        public Moment at() {
            return Moment.of(event.at());
        }

        public Tone mood() {
            return Tone.valueOf(event.tone().toUpperCase(Locale.ROOT));
        }
    }

    public List<String> topics() {
        return List.of(
                Topics.REQUESTS,
                Topics.ACQUISITIONS,
                Topics.DOWNLOADS,
                Topics.LIBRARY,
                Topics.NOTIFICATIONS,
                Topics.HEALTH);
    }

    public List<String> kinds() {
        return KINDS;
    }

    /** One that is not known shows everything. */
    static String known(String kind) {
        return KINDS.contains(kind) ? kind : "";
    }

    public String self() {
        return address(cursor);
    }

    public String older() {
        return next == null ? null : address(next);
    }

    private String address(String from) {
        return "events/log?topic=" + Neighbours.part(asked.topic()) + "&kind=" + asked.kind()
                + (from.isEmpty() ? "" : "&cursor=" + Neighbours.part(from));
    }
}
