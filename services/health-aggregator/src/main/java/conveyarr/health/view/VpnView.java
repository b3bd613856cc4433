package conveyarr.health.view;

import conveyarr.health.core.Tunnel;
import conveyarr.health.core.TunnelNotes;
import conveyarr.upstream.VpnGateway;
import conveyarr.upstream.VpnGateway.Setting;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One VPN tunnel: whether it is up and why we think so, since when, what the world sees, what was before, which routes the gateway refuses us and
 * what helps, and how it can call us.
 */
public record VpnView(
        String name,
        String state,
        String tone,
        Instant since,
        String reason,
        String publicAddress,
        List<Integer> forwardedPorts,
        Instant seenAt,
        boolean unstable,
        Instant networkLostSince,
        List<String> behind,
        List<Span> history,
        List<String> refused,
        String accessHelp,
        List<Setting> hookSettings) {

    public record Span(Instant from, Instant to, String state, String why) {}

    /** What the config says around a tunnel: which programs are behind it, who holds it, and where that can call us. */
    public record Place(List<String> behind, VpnGateway gateway, URI hooks) {}

    public static VpnView of(Tunnel tunnel, Place place) {
        TunnelNotes notes = tunnel.notes();
        var seen = Seen.of(tunnel);
        return new VpnView(
                tunnel.name(),
                seen.state(),
                seen.tone(),
                notes.history().isEmpty() ? null : notes.history().getLast().from(),
                seen.reason(),
                seen.address().publicAddress().orElse(null),
                seen.address().forwardedPorts(),
                notes.seenAt().orElse(null),
                notes.unstableSince().isPresent(),
                notes.lostSince().orElse(null),
                place.behind(),
                notes.history().stream().map(VpnView::span).toList(),
                notes.said().refusals().routes(),
                help(tunnel, place.gateway()).orElse(null),
                place.gateway().hookSettings(place.hooks()));
    }

    /** What to do so that the gateway tells us all that we ask; empty while it refuses nothing. */
    static Optional<String> help(Tunnel tunnel, VpnGateway gateway) {
        return Optional.of(tunnel.notes().said().refusals().routes())
                .filter(routes -> !routes.isEmpty())
                .map(gateway::accessHelp);
    }

    private record Seen(String state, String tone, String reason, Tunnel.Address address) {
        static Seen of(Tunnel tunnel) {
            return switch (tunnel) {
                case Tunnel.Up up -> new Seen("up", "ok", null, up.address());
                case Tunnel.Dropped down -> new Seen("down", "bad", down.reason(), Tunnel.Address.NONE);
                case Tunnel.Unknown unknown -> new Seen("unknown", "off", unknown.why(), Tunnel.Address.NONE);
            };
        }
    }

    private static Span span(TunnelNotes.Span span) {
        return new Span(span.from(), span.to().orElse(null), span.state().name().toLowerCase(Locale.ROOT), span.why());
    }
}
