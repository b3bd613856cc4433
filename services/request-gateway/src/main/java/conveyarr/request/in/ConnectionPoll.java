package conveyarr.request.in;

import conveyarr.flow.InOrder;
import conveyarr.request.Ears;
import conveyarr.upstream.Upstreams;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Looks whether the programs send us their hooks, and wakes those that were blocked by failures while we were away. */
@ApplicationScoped
class ConnectionPoll {
    private static final Logger LOGGER = Logger.getLogger(ConnectionPoll.class);

    private final Upstreams upstreams;
    private final Ears ears;

    ConnectionPoll(Upstreams upstreams, Ears ears) {
        this.upstreams = upstreams;
        this.ears = ears;
    }

    @Scheduled(
            every = "{conveyarr.request.connections-every:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return InOrder.each(upstreams.hookSources(), source -> ears.look(source)
                .onFailure()
                .invoke(trouble -> LOGGER.debugf("connection.unknown instance=%s cause=%s", source.name(), trouble))
                .onFailure()
                .recoverWithNull());
    }
}
