package conveyarr.health.view;

import conveyarr.health.timeline.Stage;
import conveyarr.health.timeline.Visit;
import conveyarr.health.timeline.Words;
import java.time.Instant;

/** One of the seven stages in the bar of a request's page; {@code form} is done, now, next or unseen. */
public record Step(String word, String form, String shape, Moment entered, String spent) {
    static Step of(Visit visit, boolean passed, Instant now) {
        boolean seen = visit.enteredAt().isPresent();
        boolean open = visit.spent().openSince().isPresent();
        boolean last = visit.stage() == Stage.AVAILABLE;
        return new Step(
                visit.stage().word(),
                open && !last ? "now" : seen ? "done" : passed ? "unseen" : "next",
                open && !last ? "◐" : seen ? "●" : passed ? "–" : "○",
                Moment.of(visit.enteredAt().orElse(null)),
                seen && !last ? spent(visit, open, now) : "");
    }

    private static String spent(Visit visit, boolean open, Instant now) {
        String attempts = visit.spent().attempts() > 1 ? ", " + visit.spent().attempts() + " attempts" : "";
        return Words.time(visit.spent().at(now)) + (open ? " so far" : "") + attempts;
    }
}
