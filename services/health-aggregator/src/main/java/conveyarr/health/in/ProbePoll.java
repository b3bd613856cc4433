package conveyarr.health.in;

import conveyarr.flow.Alone;
import conveyarr.health.HealthFlow;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks every program whether it runs, at most one question each at a time. */
@ApplicationScoped
class ProbePoll {
    private final Probes probes;
    private final Alone poll;

    ProbePoll(HealthFlow flow, Probes probes) {
        this.probes = probes;
        this.poll = new Alone(flow, "probes");
    }

    @Scheduled(every = "{conveyarr.health.probe-every:10s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return poll.at("all", _ -> probes.round());
    }
}
