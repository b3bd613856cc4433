package conveyarr.upstream;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** The program that holds the VPN tunnel. */
public interface VpnGateway extends Upstream {
    Uni<Tunnel> tunnel();

    /**
     * {@code word} is the gateway's own word. An absent address does not prove that the tunnel is down (the look-up may have failed), and
     * "running" does not prove that it is up.
     */
    record Tunnel(
            String word, Optional<String> publicAddress, Optional<String> country, List<Integer> forwardedPorts) {}
}
