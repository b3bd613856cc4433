package conveyarr.request.in;

import conveyarr.request.Hooks;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
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

    DoorMeters(MeterRegistry registry, Hooks hooks) {
        this.answers = Stream.of(202, 401, 404, 405, 413, 503)
                .collect(Collectors.toMap(
                        Function.identity(),
                        status -> registry.counter("conveyarr.hooks", "status", Integer.toString(status))));
        registry.gauge("conveyarr.spool.bytes", hooks, Hooks::waiting);
    }

    void answered(int status) {
        answers.get(status).increment();
    }
}
