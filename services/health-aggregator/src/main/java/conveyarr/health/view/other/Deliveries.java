package conveyarr.health.view.other;

import conveyarr.health.timeline.Tone;
import conveyarr.health.view.Moment;
import java.time.Instant;
import java.util.List;

/** What was told on which channel, as the notifier tells it. What is not known is null. */
public record Deliveries(List<Item> items, String next) {
    public static final Deliveries NONE = new Deliveries(List.of(), null);

    public record Item(
            String id,
            String factKey,
            String channel,
            String person,
            String type,
            String state,
            String reason,
            String title,
            Instant at,
            Instant nextTryAt) {
        public Tone mood() {
            return switch (state) {
                case "SENT" -> Tone.OK;
                case "QUEUED", "CLAIMED" -> Tone.INFO;
                case "RETRYING" -> Tone.WARN;
                case "FAILED", "IN_DOUBT" -> Tone.BAD;
                default -> Tone.OFF;
            };
        }

        public String word() {
            return Shown.words(state);
        }

        public Moment when() {
            return Moment.of(at);
        }

        public Moment next() {
            return Moment.of(nextTryAt);
        }

        public boolean again() {
            return List.of("FAILED", "IN_DOUBT", "SUPPRESSED").contains(state);
        }

        public String path() {
            return Shown.part(id);
        }
    }
}
