package conveyarr.health;

import conveyarr.health.timeline.Head;
import conveyarr.health.timeline.Stage;
import conveyarr.health.timeline.StageTimes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;

/** How long titles take ({@code conveyarr_stage_duration_seconds}, {@code conveyarr_request_total_seconds}). The past is not measured again. */
@Singleton
class StageMeters {
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration[] BOUNDS = {
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(10),
        Duration.ofHours(1),
        Duration.ofHours(6),
        Duration.ofDays(1)
    };

    private final MeterRegistry registry;

    StageMeters(MeterRegistry registry) {
        this.registry = registry;
        timer("conveyarr.request.total");
        Stream.of(Stage.values())
                .filter(Stage::onTheWay)
                .forEach(stage -> timer("conveyarr.stage.duration", "stage", word(stage)));
    }

    boolean isNews(Head head) {
        return head.updatedAt().plus(FRESH).isAfter(Instant.now());
    }

    void moved(Head before, Head after) {
        StageTimes.passed(before, after).forEach(one -> timer("conveyarr.stage.duration", "stage", word(one.stage()))
                .record(one.took()));
        StageTimes.arrived(before, after).ifPresent(timer("conveyarr.request.total")::record);
    }

    private static String word(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    private Timer timer(String name, String... tags) {
        return Timer.builder(name).tags(tags).serviceLevelObjectives(BOUNDS).register(registry);
    }
}
