package conveyarr.health.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import conveyarr.health.timeline.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** One request with its seven stages. */
public record RequestDetail(@JsonUnwrapped RequestView head, List<StageView> stages) {
    public static RequestDetail of(Timeline timeline, UnaryOperator<String> names, Instant now) {
        var head = timeline.head();
        var stages = head.course().stages().stream()
                .map(visit -> StageView.of(visit, now))
                .toList();
        return new RequestDetail(RequestView.of(head, names), stages);
    }
}
