package conveyarr.health.view;

import conveyarr.health.core.Component;
import conveyarr.health.core.Component.Condition;
import conveyarr.health.core.Component.Down;
import conveyarr.health.core.Component.Notes;
import conveyarr.health.core.Component.Refused;
import conveyarr.health.core.Component.Unknown;
import conveyarr.health.core.Component.Up;
import conveyarr.health.core.Tunnel;
import conveyarr.health.timeline.Tone;
import conveyarr.health.view.CheckView.Fix;
import conveyarr.health.view.CheckView.Span;
import conveyarr.upstream.Upstreams.NotConfigured;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes a check of everything that we know of the stack. */
public final class Checks {
    private Checks() {}

    /** What the config says of a program. */
    public record Place(String group, String kind, String url, boolean required) {
        /** Whoever sees the place must not learn a password or a key from it. */
        public Place {
            url = Addresses.shown(url);
        }
    }

    public static CheckView of(Component component, Place place) {
        Notes notes = component.notes();
        return new CheckView(
                component.name(),
                place.group(),
                component.name(),
                place.kind() + " answers at " + place.url(),
                tone(component, place).word(),
                notes.since().orElse(null),
                notes.last().latencyMs().orElse(null),
                notes.last().okAt().orElse(null),
                notes.last().error().orElse(null),
                fix(component, place).orElse(null),
                null,
                notes.history().stream().map(span -> span(span, place)).toList());
    }

    /** A gateway that does not answer us says nothing of its tunnel. */
    public static CheckView of(Tunnel tunnel, Component gateway, Place place) {
        return switch (gateway) {
            case Down _, Refused _ -> of(new Tunnel.Unknown(tunnel.name()), place);
            case Unknown _, Up _ -> of(tunnel, place);
        };
    }

    static CheckView of(Tunnel tunnel, Place place) {
        return switch (tunnel) {
            case Tunnel.Unknown t -> tunnel(t, place, new Seen(Tone.OFF, null, null));
            case Tunnel.Up t -> tunnel(t, place, new Seen(Tone.OK, t.since(), null));
            case Tunnel.Dropped t -> tunnel(t, place, new Seen(tone(Condition.DOWN, place), t.since(), t.reason()));
        };
    }

    /** What lacks a key is not down, it is not set up. */
    public static CheckView of(NotConfigured lack) {
        return new CheckView(
                lack.instance(),
                "Not set up",
                lack.instance(),
                "is configured",
                Tone.OFF.word(),
                null,
                null,
                null,
                "not configured: " + lack.key() + " is missing",
                Fix.of("Set " + lack.key() + " and start again."),
                null,
                List.of());
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
                List.of());
    }

    private static Tone tone(Component component, Place place) {
        return switch (component) {
            case Unknown _ -> Tone.OFF;
            case Up(String _, Notes notes, var _) ->
                notes.since().isPresent() ? tone(notes.history().getLast(), place) : Tone.OFF;
            case Down _ -> tone(Condition.DOWN, place);
            case Refused _ -> tone(Condition.REFUSED, place);
        };
    }

    private static Tone tone(Component.Span span, Place place) {
        return tone(span.condition(), place);
    }

    private static Tone tone(Condition condition, Place place) {
        return switch (condition) {
            case UP -> Tone.OK;
            case DOWN, REFUSED -> place.required() ? Tone.BAD : Tone.WARN;
        };
    }

    private static Optional<Fix> fix(Component component, Place place) {
        return switch (component) {
            case Refused refused ->
                Optional.of(Fix.of(refused.name() + " answers at " + place.url()
                        + " but refuses our key. Check conveyarr.upstreams." + refused.name()
                        + " (api-key, or username and password)."));
            case Unknown _, Up _, Down _ -> Optional.empty();
        };
    }

    private static Span span(Component.Span span, Place place) {
        return new Span(span.from(), span.to().orElse(null), tone(span, place).word());
    }
}
