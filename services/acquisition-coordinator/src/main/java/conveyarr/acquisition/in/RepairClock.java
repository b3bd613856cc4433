package conveyarr.acquisition.in;

import conveyarr.acquisition.AcquisitionFlow;
import conveyarr.acquisition.Workshop;
import conveyarr.flow.Alone;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.Upstreams;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets the repairs that wait for their turn have it. */
@ApplicationScoped
class RepairClock {
    private final Upstreams upstreams;
    private final Workshop workshop;
    private final Alone clock;

    RepairClock(AcquisitionFlow flow, Upstreams upstreams, Workshop workshop) {
        this.upstreams = upstreams;
        this.workshop = workshop;
        this.clock = new Alone(flow, "repairs");
    }

    @Scheduled(
            every = "{conveyarr.acquisition.repair.tick-every:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return clock.each(upstreams.all(ArrApp.class), ArrApp::name, (arr, _) -> workshop.tick(arr.name()));
    }
}
