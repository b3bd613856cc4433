package conveyarr.health.view.other;

import conveyarr.health.view.Moment;
import java.time.Instant;
import java.util.List;

/** Channels, rules and mutes of the notifier, as it tells them. */
public record Messages(List<Channel> channels, List<Rule> rules, List<Mute> mutes) {
    public record Channels(List<Channel> items) {}

    /** Those that messages go to. */
    public List<Channel> open() {
        return channels.stream().filter(Channel::isOpen).toList();
    }

    /** {@code onDoubt} is null for one that is not open. */
    public record Channel(String name, String state, String onDoubt, boolean edits, ChannelSettings settings) {
        public String path() {
            return Shown.part(name);
        }

        public boolean isOpen() {
            return "open".equals(state);
        }

        /** The state in a few words. */
        public String word() {
            return switch (state) {
                case "open" -> "Open";
                case "waiting" -> "Waits for the next start";
                case "not-configured" -> "Not configured";
                default -> "Unknown";
            };
        }
    }

    public record Rules(List<Rule> rules) {}

    public record Rule(List<String> events, List<String> channels, String to, String when) {
        public String what() {
            return String.join(", ", events);
        }

        public boolean reaches(Channel channel) {
            return channels.contains("*") || channels.contains(channel.name());
        }
    }

    public record Mutes(List<Mute> mutes) {}

    /** What is left out is null and means all. */
    public record Mute(String channel, String events, String about, Instant until) {
        public Moment end() {
            return new Moment(until);
        }

        public boolean open(Instant now) {
            return now.isBefore(until);
        }
    }
}
