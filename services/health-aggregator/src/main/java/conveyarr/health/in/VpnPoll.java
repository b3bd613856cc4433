package conveyarr.health.in;

import conveyarr.flow.Alone;
import conveyarr.health.HealthFlow;
import conveyarr.health.Stack;
import conveyarr.health.core.Tunnel;
import conveyarr.upstream.Upstreams;
import conveyarr.upstream.VpnGateway;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Looks at every VPN tunnel. A gateway that does not answer says nothing of its tunnel; that is {@link ProbePoll}'s to notice. */
@ApplicationScoped
class VpnPoll {
    private static final Logger LOGGER = Logger.getLogger(VpnPoll.class);

    private final Upstreams upstreams;
    private final Stack stack;
    private final Alone poll;

    VpnPoll(HealthFlow flow, Upstreams upstreams, Stack stack) {
        this.upstreams = upstreams;
        this.stack = stack;
        this.poll = new Alone(flow, "vpn");
    }

    @Scheduled(every = "{conveyarr.health.vpn-every:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return poll.each(upstreams.all(VpnGateway.class), VpnGateway::name, (gateway, _) -> look(gateway));
    }

    private Uni<Void> look(VpnGateway gateway) {
        return gateway.tunnel()
                .chain(tunnel -> stack.observe(gateway.name(), seen(tunnel)))
                .onFailure()
                .invoke(trouble -> LOGGER.debugf("vpn.unseen instance=%s cause=%s", gateway.name(), trouble))
                .onFailure()
                .recoverWithNull();
    }

    private static Tunnel.Seen seen(VpnGateway.Tunnel tunnel) {
        var address = new Tunnel.Address(tunnel.publicAddress(), tunnel.forwardedPorts());
        return new Tunnel.Seen(Instant.now(), tunnel.word(), address);
    }
}
