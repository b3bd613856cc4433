package conveyarr.upstream.gluetun;

import conveyarr.upstream.UpstreamTrouble;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import conveyarr.upstream.UpstreamTrouble.Refused;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** The routes that a role may lack, and a version may not have: what is not told because we may not ask is something else than what is not so. */
record Routes(GluetunApi api) {
    static final String ADDRESS = "GET /v1/publicip/ip";
    static final String PORTS = "GET /v1/portforward";
    static final String OLD_PORTS = "GET /v1/openvpn/portforwarded";

    private static final GluetunApi.PublicIp UNKNOWN = new GluetunApi.PublicIp("", null);
    private static final GluetunApi.Forwarded NONE = new GluetunApi.Forwarded(0, List.of());

    /** {@code refused} is the route that would have told more. */
    record Told<T>(T answer, Optional<String> refused) {
        static <T> Told<T> all(T answer) {
            return new Told<>(answer, Optional.empty());
        }
    }

    Uni<Told<GluetunApi.PublicIp>> address() {
        return api.publicIp()
                .map(Told::all)
                .onFailure(UpstreamTrouble.class)
                .recoverWithItem(trouble -> new Told<>(UNKNOWN, lacks(ADDRESS, trouble)));
    }

    /** 3.41 answers at the new place and redirects from the old one; up to 3.40 a new place that no role can name is refused, or not known. */
    Uni<Told<GluetunApi.Forwarded>> forwarded() {
        return api.portForward()
                .map(Told::all)
                .onFailure(Routes::notOffered)
                .recoverWithUni(first -> api.portForwarded()
                        .map(Told::all)
                        .onFailure(Routes::notOffered)
                        .recoverWithItem(
                                second -> new Told<>(NONE, lacks(PORTS, first).or(() -> lacks(OLD_PORTS, second)))));
    }

    static boolean notOffered(Throwable failure) {
        return failure instanceof Nonsense || failure instanceof Refused;
    }

    private static Optional<String> lacks(String route, Throwable trouble) {
        return Optional.of(route).filter(_ -> trouble instanceof Refused);
    }
}
