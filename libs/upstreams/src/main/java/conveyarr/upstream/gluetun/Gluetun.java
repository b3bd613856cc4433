package conveyarr.upstream.gluetun;

import conveyarr.upstream.HookReader;
import conveyarr.upstream.UpstreamTrouble;
import conveyarr.upstream.UpstreamTrouble.Busy;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import conveyarr.upstream.VpnGateway;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Gluetun in our words. */
record Gluetun(String name, GluetunApi api, Optional<GluetunHealthApi> health, Optional<Outlook> outlook)
        implements VpnGateway {
    static final String KIND = "gluetun";

    @Override
    public String kind() {
        return KIND;
    }

    /** The version is for people only: a role that does not allow its route is no trouble. */
    @Override
    public Uni<Alive> probe() {
        return status().chain(word -> api.version()
                .onFailure(Routes::notOffered)
                .recoverWithItem(new GluetunApi.Version("unknown"))
                .map(version -> new Alive(version.version(), "VPN " + word)));
    }

    @Override
    public Uni<Tunnel> tunnel() {
        var routes = new Routes(api);
        return status().chain(word -> routes.address()
                .chain(address -> routes.forwarded().chain(forwarded -> healthy().chain(healthy -> carries()
                        .map(carries -> new Tunnel(
                                word,
                                some(address.answer().publicIp()),
                                some(address.answer().country()),
                                ports(forwarded.answer()),
                                healthy,
                                carries,
                                new Refusals(address.refused(), forwarded.refused())))))));
    }

    /** A crashed tunnel cannot be started by a call: Gluetun tries by itself after 15, 30, 60 s and so on (3.38 to 3.41). */
    @Override
    public Uni<String> restart() {
        return api.change(new GluetunApi.Status("stopped"))
                .chain(() -> api.change(new GluetunApi.Status("running")))
                .map(GluetunApi.Outcome::outcome);
    }

    @Override
    public List<Setting> hookSettings(URI door) {
        return HookSettings.of(door);
    }

    @Override
    public boolean saysDown(HookReader.Reading hook) {
        return hook.type().equals(GluetunHooks.DOWN);
    }

    @Override
    public Optional<String> accessHelp() {
        return Optional.of(HookSettings.ROLE);
    }

    @Override
    public String accessHelp(List<String> routes) {
        return HookSettings.routes(routes);
    }

    /** Only its own verdict counts: a health server that cannot be reached is usually just not opened to us. */
    private Uni<Optional<Boolean>> healthy() {
        return health.map(server -> server.check()
                        .map(_ -> Optional.of(true))
                        .onFailure(Busy.class)
                        .recoverWithItem(Optional.of(false))
                        .onFailure(UpstreamTrouble.class)
                        .recoverWithItem(Optional.empty()))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Optional<Boolean>> carries() {
        return outlook.map(Outlook::carries).orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<String> status() {
        return api.status().map(answer -> some(answer.status())
                .orElseThrow(() -> new Nonsense(name + " gives no VPN status; is it Gluetun's control server?")));
    }

    private static List<Integer> ports(GluetunApi.Forwarded answer) {
        boolean many = answer.ports() != null && !answer.ports().isEmpty();
        List<Integer> one = answer.port() > 0 ? List.of(answer.port()) : List.of();
        return many ? List.copyOf(answer.ports()) : one;
    }

    private static Optional<String> some(String text) {
        return Optional.ofNullable(text).filter(t -> !t.isBlank());
    }
}
