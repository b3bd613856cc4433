package conveyarr.health.out;

import conveyarr.flow.loop.Calls;
import conveyarr.health.HealthFlow;
import conveyarr.health.core.Call;
import conveyarr.health.core.Call.RestartVpn;
import conveyarr.upstream.Upstreams;
import conveyarr.upstream.VpnGateway;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Restarts tunnels. A gateway that the config names no more is left alone. */
@Startup
@Singleton
class VpnCalls implements Calls<Call> {
    private static final Logger LOGGER = Logger.getLogger(VpnCalls.class);

    private final Upstreams upstreams;

    VpnCalls(HealthFlow flow, Upstreams upstreams) {
        this.upstreams = upstreams;
        flow.carryOut(this);
    }

    @Override
    public Class<Call> family() {
        return Call.class;
    }

    @Override
    public Uni<Void> make(Call call) {
        return switch (call) {
            case RestartVpn restart ->
                upstreams
                        .one(VpnGateway.class, restart.gateway())
                        .map(VpnCalls::restarted)
                        .orElseGet(() -> Uni.createFrom().voidItem());
        };
    }

    private static Uni<Void> restarted(VpnGateway gateway) {
        return gateway.restart()
                .invoke(said -> LOGGER.infof("vpn.restarted instance=%s outcome=%s", gateway.name(), said))
                .replaceWithVoid();
    }
}
