package conveyarr.health.view;

import conveyarr.health.timeline.Stage;
import conveyarr.health.timeline.Tone;
import java.util.Map;
import java.util.Set;

/** A few numbers for the tile of a dashboard; fields are only ever added. */
public record SummaryView(String overall, Requests requests, Downloads downloads) {
    private static final Set<Stage> OVER = Set.of(Stage.AVAILABLE, Stage.FAILED, Stage.DECLINED, Stage.WITHDRAWN);

    /** {@code open} are those under way or waiting for a person. */
    public record Requests(long open, long needsYou, long failed, long available) {}

    /** {@code bytesPerSecond} is null when no client says it. */
    public record Downloads(long active, Long bytesPerSecond) {}

    public static SummaryView of(Map<Stage, Long> counts, Tone stack) {
        return of(counts, stack, null);
    }

    public static SummaryView of(Map<Stage, Long> counts, Tone stack, Long bytesPerSecond) {
        long open = counts.entrySet().stream()
                .filter(count -> !OVER.contains(count.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        var requests = new Requests(
                open, count(counts, Stage.NEEDS_YOU), count(counts, Stage.FAILED), count(counts, Stage.AVAILABLE));
        return new SummaryView(word(stack), requests, new Downloads(count(counts, Stage.DOWNLOADING), bytesPerSecond));
    }

    private static String word(Tone stack) {
        return switch (stack) {
            case OK, INFO, WAIT -> "UP";
            case WARN -> "WARN";
            case BAD -> "DOWN";
            case OFF -> "UNKNOWN";
        };
    }

    private static long count(Map<Stage, Long> counts, Stage stage) {
        return counts.getOrDefault(stage, 0L);
    }
}
