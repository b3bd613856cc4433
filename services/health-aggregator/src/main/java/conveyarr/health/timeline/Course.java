package conveyarr.health.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a title has come. {@code progress} is 0 to 1 and only there while a download says so; {@code eta} is the client's own estimate.
 * {@code stages} are always the seven.
 */
public record Course(Stage stage, Tone tone, Instant since, Optional<Cause> cause, Moving moving, List<Visit> stages) {
    /** What a running download says of itself. */
    public record Moving(Optional<Double> progress, Optional<Instant> eta) {
        static final Moving NOT = new Moving(Optional.empty(), Optional.empty());
    }

    /** Reads the story from its beginning; the entries are in the order of {@link Entry#STORY}. */
    static Course of(List<Entry> story) {
        var walk = new Walk();
        story.forEach(walk::on);
        return walk.course(story.getFirst().at());
    }

    static Tone toneOf(Stage stage) {
        return switch (stage) {
            case REQUESTED -> Tone.WAIT;
            case APPROVED, SEARCHING, DOWNLOADING, IMPORTING, INDEXING -> Tone.INFO;
            case AVAILABLE -> Tone.OK;
            case NEEDS_YOU, FAILED -> Tone.BAD;
            case DECLINED, WITHDRAWN -> Tone.OFF;
        };
    }
}
