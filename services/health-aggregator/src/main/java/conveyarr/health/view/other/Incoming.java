package conveyarr.health.view.other;

import conveyarr.health.timeline.Tone;
import conveyarr.health.view.Moment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The hooks that came in, as request-gateway tells them, newest first; {@code next} is the cursor of the next part. */
public record Incoming(List<Hook> items, UUID next) {
    public static final Incoming NONE = new Incoming(List.of(), null);

    public record Hook(
            UUID id,
            Instant receivedAt,
            String source,
            String remote,
            String type,
            String result,
            String reason,
            int status,
            long bytes,
            UUID duplicateOf) {
        public Moment received() {
            return new Moment(receivedAt);
        }

        public Tone mood() {
            return switch (result) {
                case "STORED" -> Tone.OK;
                case "REJECTED", "QUARANTINED" -> Tone.BAD;
                case "NOT_UNDERSTOOD" -> Tone.WARN;
                default -> Tone.OFF;
            };
        }

        public String word() {
            return Shown.words(result);
        }
    }
}
