package conveyarr.health.view;

import conveyarr.health.core.Component;
import conveyarr.health.core.Component.Condition;
import conveyarr.health.core.Component.Down;
import conveyarr.health.core.Component.Refused;
import conveyarr.health.core.Component.Unknown;
import conveyarr.health.core.Component.Up;
import conveyarr.health.core.Tunnel;
import conveyarr.health.core.TunnelNotes;
import conveyarr.health.timeline.Tone;
import conveyarr.health.view.CheckView.Span;
import conveyarr.health.view.Checks.Place;
import java.time.Instant;

/** Makes a check of what we know of a VPN tunnel. */
public final class TunnelChecks {
    private static final String LOST =
            "the tunnel is up, but nothing behind it can be reached; containers that share the gateway's network lose it"
                    + " when the gateway is recreated, and have to be recreated after it";

    private TunnelChecks() {}

    /** A gateway that does not answer us says nothing of its tunnel. */
    public static CheckView of(Tunnel tunnel, Component gateway, Place place) {
        return switch (gateway) {
            case Down _, Refused _ -> check(new Tunnel.Unknown(tunnel.name()), place);
            case Unknown _, Up _ -> check(tunnel, place);
        };
    }

    static CheckView check(Tunnel tunnel, Place place) {
        return switch (tunnel) {
            case Tunnel.Unknown t -> tunnel(t, place, new Seen(Tone.OFF, null, null));
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
                tunnel.name() + ":vpn",
                place.group(),
                tunnel.name() + " VPN",
                "the tunnel is running and has a public address",
                seen.tone().word(),
                seen.since(),
                null,
                null,
                seen.error(),
                null,
                null,
                tunnel.notes().history().stream().map(span -> span(span, place)).toList());
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
