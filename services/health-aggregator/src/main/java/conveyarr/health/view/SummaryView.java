package conveyarr.health.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import conveyarr.health.timeline.Stage;
import conveyarr.health.timeline.Tone;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A few numbers for the tile of a dashboard; fields are only ever added. */
public record SummaryView(
        String overall,
        Requests requests,
        Downloads downloads,
        @JsonUnwrapped Flat flat) {
    private static final Set<Stage> OVER = Set.of(Stage.AVAILABLE, Stage.FAILED, Stage.DECLINED, Stage.WITHDRAWN);

    /** {@code open} are those under way or waiting for a person. */
    public record Requests(long open, long needsYou, long failed, long available) {}

    /** {@code bytesPerSecond} is null when no client says it. */
    public record Downloads(long active, Long bytesPerSecond) {}

    /** The numbers of the overview without any nesting, for tiles that read one level. What is not known is null. */
    public record Flat(
            String tone,
            String text,
            long needsYou,
            long inProgress,
            long waiting,
            long available7d,
            Long medianSeconds7d,
            Long bytesPerSecond,
            Long hooksReceived,
            Long hooksStored,
            Long hooksRejected,
            Long eventsRecovered) {}

    /** {@code bytesPerSecond} is null when no client says it. */
    public static SummaryView of(OverviewView overview, Map<Stage, Long> counts, String stack, Long bytesPerSecond) {
        long open = counts.entrySet().stream()
                .filter(count -> !OVER.contains(count.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        var requests = new Requests(
                open, count(counts, Stage.NEEDS_YOU), count(counts, Stage.FAILED), count(counts, Stage.AVAILABLE));
        var downloads = new Downloads(count(counts, Stage.DOWNLOADING), bytesPerSecond);
        return new SummaryView(
                overall(Tone.valueOf(stack.toUpperCase(Locale.ROOT))),
                requests,
                downloads,
                flat(overview, bytesPerSecond));
    }

    private static Flat flat(OverviewView overview, Long bytesPerSecond) {
        var counts = overview.counts();
        var hooks = overview.ingest();
        return new Flat(
                overview.verdict().tone(),
                overview.verdict().text(),
                counts.needsYou(),
                counts.inProgress(),
                counts.waiting(),
                counts.available7d(),
                overview.medianSeconds7d(),
                bytesPerSecond,
                hooks == null ? null : hooks.received(),
                hooks == null ? null : hooks.stored(),
                hooks == null ? null : hooks.rejected(),
                hooks == null ? null : hooks.recovered());
    }

    /** The whole stack in one word. */
    public static String overall(Tone stack) {
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
