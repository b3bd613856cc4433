package conveyarr.health.out;

import conveyarr.flow.Turn;
import conveyarr.flow.loop.CallsInTurn;
import conveyarr.health.HealthFlow;
import conveyarr.health.core.Call;
import conveyarr.health.core.Call.RestartVpn;
import conveyarr.upstream.UpstreamTrouble.Declined;
import conveyarr.upstream.Upstreams;
import conveyarr.upstream.VpnGateway;
import conveyarr.upstream.VpnGateway.Restart;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Restarts tunnels while the order is fresh. A gateway that the config names no more is left alone. */
@Startup
@Singleton
class VpnCalls implements CallsInTurn<Call> {
    private static final Logger LOGGER = Logger.getLogger(VpnCalls.class);

    private final Mutiny.SessionFactory db;
    private final Upstreams upstreams;

    VpnCalls(HealthFlow flow, @PersistenceUnit("health") Mutiny.SessionFactory db, Upstreams upstreams) {
        this.db = db;
        this.upstreams = upstreams;
        flow.carryOut(this);
    }

    @Override
    public Class<Call> family() {
        return Call.class;
    }

    @Override
    public Uni<Void> make(Call call, Turn turn) {
        return switch (call) {
            case RestartVpn restart ->
                upstreams
                        .one(VpnGateway.class, restart.gateway())
                        .map(gateway -> restarted(gateway, restart, turn))
                        .orElseGet(() -> Uni.createFrom().voidItem());
        };
    }

    private Uni<Void> restarted(VpnGateway gateway, RestartVpn call, Turn turn) {
        Instant now = Instant.now();
        if (call.isOver(now)) {
            left(gateway, "the order of " + call.at() + " is too old");
            return Uni.createFrom().voidItem();
        }
        return gateway.restart(new Restart(call.mayStop(now), () -> db.withTransaction(turn::confirm)))
                .invoke(said -> LOGGER.infof("vpn.restarted instance=%s outcome=%s", gateway.name(), said))
                .onFailure(Declined.class)
                .recoverWithItem(no -> left(gateway, ((Declined) no).words()))
                .replaceWithVoid();
    }

    private static String left(VpnGateway gateway, String why) {
        LOGGER.warnf("vpn.not-restarted instance=%s cause=%s", gateway.name(), why);
        return why;
    }
}
