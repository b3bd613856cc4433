package conveyarr.health.core;

import conveyarr.events.HealthEvent.VpnNetworkLost;
import conveyarr.events.HealthEvent.VpnNetworkRestored;
import conveyarr.health.core.Look.Around;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Notices that the containers behind a gateway have lost its network: it answers and its tunnel is up, but nothing behind it can be reached.
 * A single program may be down by itself, so with one alone the gateway must have been away a short time before.
 */
final class NetworkWatch {
    private static final Duration RECENT = Duration.ofMinutes(10);

    private NetworkWatch() {}

    static Noted on(Noted noted, Around around) {
        Optional<Instant> since = noted.notes().lostSince();
        if (since.isPresent()) {
            return around.reached().isEmpty() ? noted : found(noted, since.get());
        }
        boolean lost = noted.tunnel() instanceof Tunnel.Up && around.nothingBehindAnswers();
        return lost && convincing(noted, around) ? lost(noted, around) : noted;
    }

    private static boolean convincing(Noted noted, Around around) {
        return around.unreached().size() > 1
                || noted.notes()
                        .awayAt()
                        .filter(away -> away.plus(RECENT).isAfter(noted.at()))
                        .isPresent();
    }

    private static Noted lost(Noted noted, Around around) {
        return noted.with(notes -> notes.lost(Optional.of(noted.at())))
                .tell("vpn-network-lost", new VpnNetworkLost(noted.about(), around.unreached()), noted.at());
    }

    private static Noted found(Noted noted, Instant since) {
        var event = new VpnNetworkRestored(noted.about(), Duration.between(since, noted.at()));
        return noted.with(notes -> notes.lost(Optional.empty())).tell("vpn-network-restored", event, since);
    }
}
