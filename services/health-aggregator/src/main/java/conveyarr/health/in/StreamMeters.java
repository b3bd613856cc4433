package conveyarr.health.in;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** How many streams of events are open, those of pages among them ({@code conveyarr_sse_clients}). */
@Singleton
public class StreamMeters {
    private final AtomicInteger open;

    StreamMeters(MeterRegistry registry) {
        this.open = registry.gauge("conveyarr.sse.clients", new AtomicInteger());
    }

    /** Counts it from its first subscriber to its end. */
    public <T> Multi<T> counted(Multi<T> stream) {
        return stream.onSubscription()
                .invoke(open::incrementAndGet)
                .onTermination()
                .invoke(open::decrementAndGet);
    }
}
