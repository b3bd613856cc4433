package conveyarr.health.view;

import conveyarr.health.core.Component;
import conveyarr.health.core.Component.Condition;
import conveyarr.health.core.Component.Down;
import conveyarr.health.core.Component.Notes;
import conveyarr.health.core.Component.Refused;
import conveyarr.health.core.Component.Unknown;
import conveyarr.health.core.Component.Up;
import conveyarr.health.timeline.Tone;
import conveyarr.health.view.CheckView.Fix;
import conveyarr.health.view.CheckView.Span;
import conveyarr.upstream.Upstreams.NotConfigured;
import java.util.List;
import java.util.Optional;

/** Makes a check of everything that we know of the stack. */
public final class Checks {
    private Checks() {}

    /** What the config says of a program. */
    public record Place(String group, String kind, String url, boolean required, Optional<String> accessHelp) {
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

    static Tone tone(Condition condition, Place place) {
        return switch (condition) {
            case UP -> Tone.OK;
            case DOWN, REFUSED -> place.required() ? Tone.BAD : Tone.WARN;
        };
    }

    private static Optional<Fix> fix(Component component, Place place) {
        return switch (component) {
            case Refused refused ->
                Optional.of(Fix.of(place.accessHelp()
                        .orElse(refused.name() + " answers at " + place.url()
                                + " but refuses our key. Check conveyarr.upstreams." + refused.name()
                                + " (api-key, or username and password).")));
            case Unknown _, Up _, Down _ -> Optional.empty();
        };
    }

    private static Span span(Component.Span span, Place place) {
        return new Span(span.from(), span.to().orElse(null), tone(span, place).word());
    }
}
