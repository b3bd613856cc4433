package conveyarr.health;

import conveyarr.health.timeline.Stage;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Which timelines somebody wants to see, newest first. */
public record Query(Filter filter, Optional<Position> after, int limit) {
    /** Empty sets and an empty text let everything through. */
    public record Filter(Set<Stage> stages, String text, Set<String> requestedBy, Set<String> kinds) {
        public static final Filter NONE = new Filter(Set.of(), "", Set.of(), Set.of());

        public Filter(Set<Stage> stages, String text, Set<String> requestedBy) {
            this(stages, text, requestedBy, Set.of());
        }

        public boolean isNone() {
            return equals(NONE);
        }
    }

    /** The last row of the page before. */
    public record Position(Instant updatedAt, String requestId) {}
}
