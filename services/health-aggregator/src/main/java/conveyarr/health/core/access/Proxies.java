package conveyarr.health.core.access;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** The proxies whose word counts. */
public record Proxies(List<Network> trusted) {
    public boolean trust(InetAddress peer) {
        return trusted.stream().anyMatch(network -> network.holds(peer));
    }

    /**
     * Who the call comes from. Each proxy adds the address that it saw at the right; what is left of the first address that is no proxy of
     * ours was written by that client itself, and says nothing. A part that is no address ends the walk at the last that is known.
     */
    public InetAddress client(InetAddress peer, List<String> forwardedFor) {
        var chain = forwardedFor.stream()
                .flatMap(line -> List.of(line.split(",")).stream())
                .toList();
        InetAddress client = peer;
        for (String part : chain.reversed()) {
            Optional<InetAddress> before = Network.address(part);
            if (!trust(client) || before.isEmpty()) {
                return client;
            }
            client = before.get();
        }
        return client;
    }
}
