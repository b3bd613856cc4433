package conveyarr.health.view.other;

import conveyarr.health.view.Moment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The words of one event on its way to people. */
public record Template(String title, String body) {
    public record Lately(List<News> items) {
        public static final Lately NONE = new Lately(List.of());
    }

    /** An event that was told, to try a template with. */
    public record News(UUID event, String name, Instant at) {
        public Moment when() {
            return new Moment(at);
        }
    }

    public record Preview(String title, String body) {}

    /** What a channel said when it was tried. */
    public record Tried(boolean ok, String outcome, String answer, long ms) {}
}
