package conveyarr.health.in;

import conveyarr.flow.Alone;
import conveyarr.health.HealthFlow;
import conveyarr.health.core.Look.Said;
import conveyarr.upstream.Upstreams;
import conveyarr.upstream.VpnGateway;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks at every VPN tunnel. */
@ApplicationScoped
class VpnPoll {
    private final Upstreams upstreams;
    private final VpnLooks looks;
    private final Alone poll;

    VpnPoll(HealthFlow flow, Upstreams upstreams, VpnLooks looks) {
        this.upstreams = upstreams;
        this.looks = looks;
        this.poll = new Alone(flow, "vpn");
    }

    @Scheduled(every = "{conveyarr.health.vpn-every:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return poll.each(
                upstreams.all(VpnGateway.class), VpnGateway::name, (gateway, _) -> looks.at(gateway, Said.NOTHING));
    }
}
