package conveyarr.health.in;

import conveyarr.flow.Alone;
import conveyarr.health.HealthFlow;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks at our own services. */
@ApplicationScoped
class OwnPoll {
    private final OwnProbes probes;
    private final Alone poll;

    OwnPoll(HealthFlow flow, OwnProbes probes) {
        this.probes = probes;
        this.poll = new Alone(flow, "services");
    }

    @Scheduled(
            every = "{conveyarr.health.services-every:10s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return poll.at("own", _ -> probes.round());
    }
}
