package conveyarr.health.view;

import conveyarr.health.core.Component;
import conveyarr.health.core.Component.Condition;
import conveyarr.health.core.Component.Degraded;
import conveyarr.health.core.Component.Down;
import conveyarr.health.core.Component.NotStarted;
import conveyarr.health.core.Component.Refused;
import conveyarr.health.core.Component.Unknown;
import conveyarr.health.core.Component.Up;
import conveyarr.health.core.Tunnel;
import conveyarr.health.core.TunnelNotes;
import conveyarr.health.timeline.Tone;
import conveyarr.health.view.CheckView.Fix;
import conveyarr.health.view.CheckView.Span;
import conveyarr.health.view.Checks.Place;
import java.time.Instant;
import java.util.stream.Collectors;

/** Makes a check of what we know of a VPN tunnel. */
public final class TunnelChecks {
    static final String SUFFIX = ":vpn";

    private static final String LOST =
            "the tunnel is up, but nothing behind it can be reached; containers that share the gateway's network lose it"
                    + " when the gateway is recreated, and have to be recreated after it";

    private TunnelChecks() {}

    /** A gateway that does not answer us says nothing of its tunnel. */
    public static CheckView of(Tunnel tunnel, Component gateway, Place place) {
        return switch (gateway) {
            case Down _, NotStarted _, Refused _ -> check(new Tunnel.Unknown(tunnel.name()), place);
            case Unknown _, Up _, Degraded _ -> check(tunnel, place);
        };
    }

    static CheckView check(Tunnel tunnel, Place place) {
        return switch (tunnel) {
            case Tunnel.Unknown t ->
                t.notes().said().refusals().address().isPresent()
                        ? tunnel(t, place, new Seen(Tone.WARN, null, t.why()))
                        : tunnel(t, place, new Seen(Tone.OFF, null, null));
            case Tunnel.Up t ->
                t.notes()
                        .lostSince()
                        .map(since -> tunnel(t, place, new Seen(Checks.tone(Condition.DOWN, place), since, LOST)))
                        .orElseGet(() -> tunnel(t, place, new Seen(Tone.OK, t.since(), null)));
            case Tunnel.Dropped t ->
                tunnel(t, place, new Seen(Checks.tone(Condition.DOWN, place), t.since(), t.reason()));
        };
    }

    private record Seen(Tone tone, Instant since, String error) {}

    private static CheckView tunnel(Tunnel tunnel, Place place, Seen seen) {
        return new CheckView(
                tunnel.name() + SUFFIX,
                place.group(),
                tunnel.name() + " VPN",
                "the tunnel is running and has a public address",
                state(tunnel, seen).word(),
                seen.tone().word(),
                tunnel instanceof Tunnel.Up up ? info(up.address()) : null,
                seen.since(),
                null,
                null,
                seen.error(),
                tunnel.notes().said().refusals().routes().isEmpty()
                        ? null
                        : place.accessHelp().map(Fix::of).orElse(null),
                null,
                tunnel.notes().history().stream().map(span -> span(span, place)).toList());
    }

    private static State state(Tunnel tunnel, Seen seen) {
        return switch (tunnel) {
            case Tunnel.Up _ -> seen.error() == null ? State.OK : State.DEGRADED;
            case Tunnel.Dropped _ -> State.DOWN;
            case Tunnel.Unknown _ -> State.UNKNOWN;
        };
    }

    /** As {@code VPN: 185.65.134.240, port 51413}. */
    private static String info(Tunnel.Address address) {
        String ports = address.forwardedPorts().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String port = ports.isEmpty() ? "" : ", port " + ports;
        return address.publicAddress().map(ip -> "VPN: " + ip + port).orElse(null);
    }

    private static Span span(TunnelNotes.Span span, Place place) {
        Tone tone =
                switch (span.state()) {
                    case UP -> Tone.OK;
                    case DOWN -> Checks.tone(Condition.DOWN, place);
                    case UNKNOWN -> Tone.OFF;
                };
        return new Span(span.from(), span.to().orElse(null), tone.word());
    }
}
