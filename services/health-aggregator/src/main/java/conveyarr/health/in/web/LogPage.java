package conveyarr.health.in.web;

import conveyarr.events.Topics;
import conveyarr.health.Neighbours;
import conveyarr.health.timeline.Tone;
import conveyarr.health.view.LogView;
import conveyarr.health.view.Moment;
import java.util.List;
import java.util.Locale;

/** Events of all topics, newest first; {@code next} is where the older ones begin, or null. */
public record LogPage(List<Line> lines, String topic, String cursor, String next) {
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

    public String self() {
        return address(cursor);
    }

    public String older() {
        return next == null ? null : address(next);
    }

    private String address(String from) {
        return "events/log?topic=" + Neighbours.part(topic)
                + (from.isEmpty() ? "" : "&cursor=" + Neighbours.part(from));
    }
}
