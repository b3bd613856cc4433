package conveyarr.health.view.other;

import conveyarr.health.timeline.Tone;
import conveyarr.health.view.Moment;
import java.time.Instant;
import java.util.List;

/** Whether the hooks of each instance come to us, as request-gateway tells it. What is not known is null. */
public record Connections(List<Item> items) {
    public static final Connections NONE = new Connections(List.of());

    /** How the copies that its hooks are sent on as are doing. */
    public record Copies(String to, long sent, long waiting, long givenUp, String lastError) {}

    public record Item(
            String instance,
            String kind,
            String state,
            String mode,
            String hookUrl,
            List<String> others,
            Instant lastHook,
            Instant lastPoll,
            boolean blocked,
            Instant blockedUntil,
            Copies forwarded,
            String trouble,
            Settings settings) {
        public Tone mood() {
            return switch (state) {
                case "ours" -> blocked ? Tone.WARN : Tone.OK;
                case "foreign", "absent" -> "polling-only".equals(mode) ? Tone.WAIT : Tone.WARN;
                case "waiting" -> Tone.WAIT;
                default -> Tone.OFF;
            };
        }

        /** The state in a few words. */
        public String word() {
            return switch (state) {
                case "ours" -> blocked ? "Sends nothing for a while" : "Hook comes to us";
                case "foreign" -> "Other hook there";
                case "absent" -> "No hook";
                case "not-configured" -> "Not configured";
                case "manual" -> "Set up in the program";
                case "waiting" -> "Waits for the next start";
                default -> "Unknown";
            };
        }

        /** Whether we can set up its hook. */
        public boolean ready() {
            return !List.of("not-configured", "manual", "waiting").contains(state);
        }

        public boolean foreign() {
            return "foreign".equals(state);
        }

        public boolean ours() {
            return "ours".equals(state);
        }

        public Moment heard() {
            return Moment.of(lastHook);
        }

        public Moment polled() {
            return Moment.of(lastPoll);
        }

        public String path() {
            return Shown.part(instance);
        }
    }
}
