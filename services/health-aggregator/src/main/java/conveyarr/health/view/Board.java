package conveyarr.health.view;

import conveyarr.health.Ours;
import conveyarr.health.core.Component;
import conveyarr.health.core.Tunnel;
import conveyarr.health.view.Checks.Place;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.DownloadClient;
import conveyarr.upstream.MediaServer;
import conveyarr.upstream.RequestPortal;
import conveyarr.upstream.Upstream;
import conveyarr.upstream.Upstreams;
import conveyarr.upstream.VpnGateway;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Joins what the config names with what we have seen: every configured program is on the board, and nothing else. */
@Singleton
public class Board {
    private final Upstreams upstreams;

    Board(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    public boolean isEmpty() {
        return upstreams.names().isEmpty();
    }

    /** Every instance that the config names. */
    public List<String> names() {
        return upstreams.names().stream().sorted().toList();
    }

    /** The kind of a configured instance; null for any other source. */
    public String kindOf(String instance) {
        return upstreams
                .entry(instance)
                .map(entry -> entry.kind().orElse(instance))
                .orElse(null);
    }

    /** Where people open it; empty for what the config does not name. */
    public Optional<Links.Place> page(String instance) {
        return upstreams
                .entry(instance)
                .flatMap(entry -> entry.pageUrl().or(entry::url))
                .flatMap(Addresses::page)
                .flatMap(url -> upstreams.kind(instance).map(kind -> new Links.Place(kind, url)));
    }

    public List<CheckView> checks(List<Component> seen, List<Tunnel> tunnels) {
        Map<String, Component> byName = seen.stream().collect(Collectors.toMap(Component::name, Function.identity()));
        Map<String, Tunnel> tunnelByName =
                tunnels.stream().collect(Collectors.toMap(Tunnel::name, Function.identity()));
        var programs = upstreams.all(Upstream.class).stream()
                .map(upstream -> Checks.of(component(byName, upstream), place(upstream), held(upstream, tunnelByName)));
        var vpn = upstreams.all(VpnGateway.class).stream()
                .map(gateway -> check(
                        gateway,
                        tunnelByName.getOrDefault(gateway.name(), new Tunnel.Unknown(gateway.name())),
                        component(byName, gateway)));
        var missing = upstreams.notConfigured().stream().map(Checks::of);
        return Stream.of(programs, vpn, missing, ours(byName))
                .flatMap(Function.identity())
                .toList();
    }

    /** Who gave a program the name of one of them sees that program. */
    private Stream<CheckView> ours(Map<String, Component> byName) {
        return Ours.services().stream()
                .filter(service -> !upstreams.names().contains(service))
                .map(service -> Checks.ours(byName.getOrDefault(service, new Component.Unknown(service))));
    }

    private static Component component(Map<String, Component> byName, Upstream upstream) {
        return byName.getOrDefault(upstream.name(), new Component.Unknown(upstream.name()));
    }

    private CheckView check(VpnGateway gateway, Tunnel tunnel, Component component) {
        return TunnelChecks.of(tunnel, component, place(gateway, VpnView.help(tunnel, gateway)));
    }

    private Place place(Upstream upstream) {
        return place(upstream, upstream.accessHelp());
    }

    private Place place(Upstream upstream, Optional<String> help) {
        var entry = upstreams.entry(upstream.name()).orElseThrow();
        return new Place(group(upstream), upstream.kind(), entry.url().orElse("?"), entry.required(), help);
    }

    /** Behind gateways that are all down: those at its own address, as a container in another's network has it, or else all. */
    private boolean held(Upstream upstream, Map<String, Tunnel> tunnels) {
        var gateways = upstreams.all(VpnGateway.class);
        var near = gateways.stream()
                .filter(gateway -> host(gateway).equals(host(upstream)))
                .toList();
        var behind = near.isEmpty() ? gateways : near;
        return upstreams.isBehindVpn(upstream.name())
                && !behind.isEmpty()
                && behind.stream().allMatch(gateway -> tunnels.get(gateway.name()) instanceof Tunnel.Dropped);
    }

    private Optional<String> host(Upstream upstream) {
        return upstreams.entry(upstream.name()).flatMap(entry -> entry.url()).flatMap(Addresses::host);
    }

    private static String group(Upstream upstream) {
        return upstream.group().orElseGet(() -> byPort(upstream));
    }

    private static String byPort(Upstream upstream) {
        return switch (upstream) {
            case RequestPortal _ -> "Ingest";
            case ArrApp _ -> "Ingest";
            case DownloadClient _ -> "Download path";
            case VpnGateway _ -> "Download path";
            case MediaServer _ -> "Library";
            case Upstream _ -> "Other";
        };
    }
}
