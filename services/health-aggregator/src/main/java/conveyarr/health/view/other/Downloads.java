package conveyarr.health.view.other;

import conveyarr.events.MediaId;
import conveyarr.health.timeline.Timeline;
import conveyarr.health.timeline.Tone;
import conveyarr.health.timeline.Words;
import conveyarr.health.view.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The downloads of all clients, as download-watcher tells them. What is not known is null. */
public record Downloads(List<Item> items, List<Client> clients, boolean dryRun) {
    public static final Downloads NONE = new Downloads(List.of(), List.of(), false);

    /** What keeps a client back, and since when; {@code paused} by us. */
    public record Client(String name, Map<String, Instant> holds, int paused, boolean answers) {
        public boolean held() {
            return !holds.isEmpty();
        }

        /** Such as {@code VPN down since 20 Nov 14:31:05: 4 downloads of qbittorrent paused by us, will resume by themselves.} */
        public String sentence() {
            var since =
                    new Moment(holds.values().stream().min(Instant::compareTo).orElse(Instant.EPOCH));
            String why =
                    String.join(", ", holds.keySet().stream().map(Shown::words).toList());
            String ours = paused == 0
                    ? name + " waits"
                    : paused + (paused == 1 ? " download of " : " downloads of ") + name
                            + " paused by us, will resume by " + (paused == 1 ? "itself" : "themselves");
            return why + " since " + since.text() + ": " + ours + ".";
        }
    }

    public record Cause(String code, String text) {}

    /** {@code rate} in bytes a second, {@code eta} in seconds. */
    public record Live(double progress, long bytesLeft, long rate, Long eta, int seeds, String word) {
        public String percent() {
            return Math.round(progress * 100) + " %";
        }

        public String speed() {
            return Words.bytes(rate) + "/s";
        }

        public String left() {
            return Words.bytes(bytesLeft) + " left"
                    + (eta == null ? "" : ", about " + Words.time(Duration.ofSeconds(eta)));
        }
    }

    public record Plan(String action, Instant at, String reason) {
        public String word() {
            return Shown.words(action);
        }

        public Moment due() {
            return new Moment(at);
        }
    }

    /** What a person may do with a download, in the word of the API and in words for people. */
    public record Action(String word, String label) {
        static final List<Action> ALL = List.of(
                new Action("pause", "Pause"),
                new Action("resume", "Resume"),
                new Action("keep", "Keep this one"),
                new Action("replace", "Try another release"));
    }

    public record Item(
            String id,
            String client,
            String name,
            String media,
            String state,
            String tone,
            Cause cause,
            Live live,
            Instant since,
            Plan plan,
            boolean kept,
            boolean protectedByRule) {
        public Tone mood() {
            return Shown.tone(tone);
        }

        public String word() {
            return Shown.words(state);
        }

        public String shownName() {
            return name == null ? (media == null ? id : media) : name;
        }

        public Moment sinceWhen() {
            return since == null ? null : new Moment(since);
        }

        public List<Action> actions() {
            return Action.ALL;
        }

        public String path() {
            return Shown.part(id);
        }

        /** The page of what it is for; null when that is not known. */
        public String request() {
            return media == null ? null : Timeline.of(new MediaId(media)).requestId();
        }
    }
}
