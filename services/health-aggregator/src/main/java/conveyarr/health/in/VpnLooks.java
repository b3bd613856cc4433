package conveyarr.health.in;

import conveyarr.health.Stack;
import conveyarr.health.core.Component;
import conveyarr.health.core.Look;
import conveyarr.health.core.Look.Around;
import conveyarr.health.core.Look.Said;
import conveyarr.health.core.Probe;
import conveyarr.health.core.Tunnel.Address;
import conveyarr.upstream.Upstreams;
import conveyarr.upstream.VpnGateway;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Looks at a gateway, and at what is behind it: by the clock, and whenever the gateway calls. */
@Singleton
class VpnLooks {
    private static final Logger LOGGER = Logger.getLogger(VpnLooks.class);

    private static final Duration LATELY = Duration.ofSeconds(30);

    private final Upstreams upstreams;
    private final Stack stack;

    VpnLooks(Upstreams upstreams, Stack stack) {
        this.upstreams = upstreams;
        this.stack = stack;
    }

    /** {@code said} is what the gateway itself has just called. Never fails. */
    Uni<Void> at(VpnGateway gateway, Said said) {
        return stack.components()
                .map(this::behind)
                .chain(behind -> seen(gateway, behind, said))
                .chain(look -> stack.observe(gateway.name(), look))
                .onFailure()
                .invoke(trouble -> LOGGER.warnf("vpn.unseen instance=%s cause=%s", gateway.name(), trouble))
                .onFailure()
                .recoverWithNull();
    }

    private record Behind(List<String> reached, List<String> unreached, Optional<Boolean> connected) {
        Around around(Optional<Boolean> healthy, Said said) {
            return new Around(healthy, reached, unreached, connected).called(said);
        }
    }

    private Uni<Look> seen(VpnGateway gateway, Behind behind, Said said) {
        return gateway.tunnel()
                .<Look>map(tunnel -> new Look.Seen(
                        Instant.now(),
                        tunnel.word(),
                        new Address(tunnel.publicAddress(), tunnel.forwardedPorts()),
                        behind.around(tunnel.healthy(), said).seenThrough(tunnel.carries()),
                        new Look.Refusals(
                                tunnel.refusals().address(), tunnel.refusals().ports())))
                .onFailure()
                .recoverWithItem(trouble -> new Look.Unseen(
                        Instant.now(), String.valueOf(trouble.getMessage()), behind.around(Optional.empty(), said)));
    }

    /** Those whose traffic goes through the VPN; one that was never asked says nothing. */
    private Behind behind(List<Component> components) {
        List<String> reached = new ArrayList<>();
        List<String> unreached = new ArrayList<>();
        components.stream().filter(this::isBehindVpn).forEach(component -> {
            switch (component) {
                case Component.Up up -> reached.add(up.name());
                case Component.Degraded ill -> reached.add(ill.name());
                case Component.Refused refused -> reached.add(refused.name());
                case Component.Down down -> unreached.add(down.name());
                case Component.Unknown _, Component.NotStarted _ -> {}
            }
        });
        return new Behind(List.copyOf(reached), List.copyOf(unreached), connected(components));
    }

    /** What a download client said lately of its own connection: "firewalled" is one too, nobody has come in yet. */
    private Optional<Boolean> connected(List<Component> components) {
        Instant lately = Instant.now().minus(LATELY);
        var said = components.stream()
                .filter(this::isBehindVpn)
                .map(component -> component.notes().last())
                .filter(last -> last.okAt().filter(lately::isBefore).isPresent())
                .flatMap(last -> last.work().flatMap(Probe.Work::connection).stream())
                .toList();
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(said.stream().anyMatch(word -> !word.equals("disconnected")));
    }

    private boolean isBehindVpn(Component component) {
        return upstreams.isBehindVpn(component.name());
    }
}
