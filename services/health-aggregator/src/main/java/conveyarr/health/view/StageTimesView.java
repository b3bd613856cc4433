package conveyarr.health.view;

import conveyarr.health.timeline.Stage;
import conveyarr.health.timeline.StageTimes;
import conveyarr.health.timeline.StageTimes.Took;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How many titles are in each stage now, and how long those that arrived within {@code days} took. Null where none did. */
public record StageTimesView(int days, List<OfStage> stages, Times whole) {

    public record OfStage(String stage, long now, Times took) {}

    public record Times(long count, Long medianSeconds, Long p90Seconds) {
        static Times of(Took took) {
            return new Times(
                    took.count(),
                    took.median().map(Duration::toSeconds).orElse(null),
                    took.p90().map(Duration::toSeconds).orElse(null));
        }
    }

    public static StageTimesView of(int days, Map<Stage, Long> now, StageTimes times) {
        var stages = times.stages().stream()
                .map(one -> new OfStage(one.stage().name(), now.getOrDefault(one.stage(), 0L), Times.of(one.took())))
                .toList();
        return new StageTimesView(days, stages, Times.of(times.whole()));
    }
}
