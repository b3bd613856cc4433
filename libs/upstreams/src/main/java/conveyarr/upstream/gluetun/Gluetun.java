package conveyarr.upstream.gluetun;

import conveyarr.upstream.UpstreamTrouble;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import conveyarr.upstream.UpstreamTrouble.Refused;
import conveyarr.upstream.VpnGateway;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Gluetun in our words. */
record Gluetun(String name, GluetunApi api) implements VpnGateway {
    static final String KIND = "gluetun";
    private static final GluetunApi.PublicIp UNKNOWN = new GluetunApi.PublicIp("", null);
    private static final GluetunApi.Forwarded NONE = new GluetunApi.Forwarded(0, List.of());

    @Override
    public String kind() {
        return KIND;
    }

    /** The version is for people only: a role that does not allow its route is no trouble. */
    @Override
    public Uni<Alive> probe() {
        return status().chain(word -> api.version()
                .onFailure(Gluetun::notOffered)
                .recoverWithItem(new GluetunApi.Version("unknown"))
                .map(version -> new Alive(version.version(), "VPN " + word)));
    }

    @Override
    public Uni<Tunnel> tunnel() {
        return status().chain(word -> address().chain(address -> forwarded()
                .map(forwarded ->
                        new Tunnel(word, some(address.publicIp()), some(address.country()), ports(forwarded)))));
    }

    private Uni<String> status() {
        return api.status().map(answer -> some(answer.status())
                .orElseThrow(() -> new Nonsense(name + " gives no VPN status; is it Gluetun's control server?")));
    }

    private Uni<GluetunApi.PublicIp> address() {
        return api.publicIp().onFailure(UpstreamTrouble.class).recoverWithItem(UNKNOWN);
    }

    private Uni<GluetunApi.Forwarded> forwarded() {
        return api.portForward()
                .onFailure(Gluetun::notOffered)
                .recoverWithUni(api::portForwarded)
                .onFailure(Gluetun::notOffered)
                .recoverWithItem(NONE);
    }

    private static boolean notOffered(Throwable failure) {
        return failure instanceof Nonsense || failure instanceof Refused;
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
