package conveyarr.download.in;

import conveyarr.download.core.gate.Gate;
import conveyarr.upstream.Ability;
import conveyarr.upstream.DownloadClient;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where each client listens; asked for only when the VPN forwards a port, once a minute, and more often while something is being mended. */
final class Listeners {
    private static final Duration SELDOM = Duration.ofMinutes(1);

    private final Map<String, Last> last = new ConcurrentHashMap<>();

    private record Last(Instant at, Optional<Integer> port) {}

    Uni<Optional<Integer>> port(DownloadClient client, Gate gate, Instant now) {
        boolean forwards = gate.vpn().filter(told -> !told.ports().isEmpty()).isPresent();
        if (!forwards || !client.abilities().contains(Ability.LISTENER)) {
            return Uni.createFrom().item(Optional.empty());
        }
        Last known = last.get(client.name());
        boolean mending = gate.port().reopen() || gate.port().attempts() > 0;
        if (known != null && !mending && known.at().plus(SELDOM).isAfter(now)) {
            return Uni.createFrom().item(known.port());
        }
        return client.listener()
                .map(found -> found.map(listener -> listener.port()))
                .invoke(port -> last.put(client.name(), new Last(now, port)));
    }
}
