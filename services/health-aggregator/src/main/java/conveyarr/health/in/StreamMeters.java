package conveyarr.health.in;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** How many streams of events are open ({@code conveyarr_sse_clients}). */
@Singleton
class StreamMeters {
    private final AtomicInteger open;

    StreamMeters(MeterRegistry registry) {
        this.open = registry.gauge("conveyarr.sse.clients", new AtomicInteger());
    }

    <T> Multi<T> counted(Multi<T> stream) {
        return stream.onSubscription()
                .invoke(open::incrementAndGet)
                .onTermination()
                .invoke(open::decrementAndGet);
    }
}
