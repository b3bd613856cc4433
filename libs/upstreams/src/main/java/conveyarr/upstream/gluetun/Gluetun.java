package conveyarr.upstream.gluetun;

import conveyarr.upstream.HookReader;
import conveyarr.upstream.UpstreamTrouble;
import conveyarr.upstream.UpstreamTrouble.Busy;
import conveyarr.upstream.UpstreamTrouble.Declined;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import conveyarr.upstream.VpnGateway;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gluetun in our words. */
record Gluetun(String name, GluetunApi api, Optional<GluetunHealthApi> health, Optional<Outlook> outlook)
        implements VpnGateway {
    static final String KIND = "gluetun";
    private static final Set<String> STANDS_STILL = Set.of("stopped", "completed");
    private static final String CRASHED =
            "its tunnel has crashed, and no order starts that: Gluetun tries again by itself after 15, 30, 60 s and so"
                    + " on. Its log says why; restart its container to try at once, and then those that share its network";

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
        return status().chain(word -> routes.address().chain(address -> routes.forwarded()
                .chain(forwarded -> healthy().chain(healthy -> carries()
                        .map(carries -> new Tunnel(
                                word,
                                some(address.answer().publicIp()),
                                some(address.answer().country()),
                                ports(forwarded.answer()),
                                healthy,
                                carries,
                                new Refusals(address.refused(), forwarded.refused())))))));
    }

    /** The word is asked for first: an order to a tunnel that has crashed hangs until Gluetun's own wait is over, and is carried out then. */
    @Override
    public Uni<String> restart(Restart how) {
        return status().chain(word -> {
            if (insteadOfRestart(word).isPresent()) {
                return declined(insteadOfRestart(word).get());
            }
            if (STANDS_STILL.contains(word)) {
                return order("running", how);
            }
            return how.mayStop()
                    ? order("stopped", how).chain(() -> order("running", how))
                    : declined("the order is too old to stop a tunnel that is \"" + word + "\"");
        });
    }

    /** 3.38 to 3.41. */
    @Override
    public Optional<String> insteadOfRestart(String word) {
        return Optional.of(CRASHED).filter(_ -> word.equals("crashed"));
    }

    private Uni<String> order(String wanted, Restart how) {
        return how.permit()
                .get()
                .chain(() -> api.change(new GluetunApi.Status(wanted)))
                .map(GluetunApi.Outcome::outcome);
    }

    private Uni<String> declined(String why) {
        return Uni.createFrom().failure(new Declined(name + " is not restarted: " + why, why));
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
    public boolean saysUp(HookReader.Reading hook) {
        return GluetunHooks.UP.contains(hook.type());
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
