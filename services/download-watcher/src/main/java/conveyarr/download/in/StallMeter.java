package conveyarr.download.in;

import conveyarr.download.DownloadFlow;
import conveyarr.download.Downloads;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** How many downloads have stalled, counted by the clock, so that reading the metrics page asks the database nothing. */
@ApplicationScoped
class StallMeter {
    private static final Logger LOGGER = Logger.getLogger(StallMeter.class);

    private final AtomicLong stalled = new AtomicLong();
    private final DownloadFlow flow;
    private final Downloads downloads;

    StallMeter(DownloadFlow flow, Downloads downloads, MeterRegistry registry) {
        this.flow = flow;
        this.downloads = downloads;
        Gauge.builder("conveyarr.download.stalled", stalled, AtomicLong::get)
                .description("Downloads without progress, by our own judgement.")
                .register(registry);
    }

    @Scheduled(
            every = "{conveyarr.download.count-every:10s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> look() {
        return flow.prepared()
                ? downloads
                        .stalled()
                        .invoke(stalled::set)
                        .replaceWithVoid()
                        .onFailure()
                        .invoke(trouble -> LOGGER.debugf("count.failed cause=%s", trouble))
                        .onFailure()
                        .recoverWithNull()
                : Uni.createFrom().voidItem();
    }
}
