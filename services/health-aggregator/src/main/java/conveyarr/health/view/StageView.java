package conveyarr.health.view;

import conveyarr.health.timeline.Visit;
import java.time.Instant;

/** One of the seven stages of a request; without times when nothing was seen of it. {@code seconds} of the present stage go on. */
public record StageView(String stage, Instant enteredAt, Instant leftAt, Long seconds, int attempts) {
    static StageView of(Visit visit, Instant now) {
        boolean seen = visit.enteredAt().isPresent();
        return new StageView(
                visit.stage().name(),
                visit.enteredAt().orElse(null),
                visit.leftAt().orElse(null),
                seen ? visit.spent().at(now).toSeconds() : null,
                visit.spent().attempts());
    }
}
