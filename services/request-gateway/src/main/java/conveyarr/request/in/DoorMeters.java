package conveyarr.request.in;

import conveyarr.request.Hooks;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many hooks got which answer ({@code conveyarr_hooks_total}), and how many bytes of them wait on the disk ({@code conveyarr_spool_bytes}).
 * The server's own timers are off at the door, because they cost a tenth of its speed.
 */
@Singleton
final class DoorMeters {
    private final Map<Integer, Counter> answers;
    private final Timer ack;

    DoorMeters(MeterRegistry registry, Hooks hooks) {
        this.answers = Stream.of(202, 401, 404, 405, 413, 503)
                .collect(Collectors.toMap(
                        Function.identity(),
                        status -> registry.counter("conveyarr.hooks", "status", Integer.toString(status))));
        this.ack = Timer.builder("conveyarr.webhook.ack")
                .serviceLevelObjectives(
                        Duration.ofMillis(1),
                        Duration.ofMillis(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(50),
                        Duration.ofSeconds(1))
                .register(registry);
        registry.gauge("conveyarr.spool.bytes", hooks, Hooks::waiting);
    }

    /** From the first byte to the answer, of a hook that is on the disk. */
    void kept(Instant since) {
        ack.record(Duration.between(since, Instant.now()));
    }

    void answered(int status) {
        answers.get(status).increment();
    }
}
