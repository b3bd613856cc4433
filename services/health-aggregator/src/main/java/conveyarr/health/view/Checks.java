package conveyarr.health.view;

import conveyarr.health.Ours;
import conveyarr.health.core.Component;
import conveyarr.health.core.Component.Condition;
import conveyarr.health.core.Component.Degraded;
import conveyarr.health.core.Component.Down;
import conveyarr.health.core.Component.NotStarted;
import conveyarr.health.core.Component.Refused;
import conveyarr.health.core.Component.Unknown;
import conveyarr.health.core.Component.Up;
import conveyarr.health.core.Notes;
import conveyarr.health.timeline.Tone;
import conveyarr.health.view.CheckView.Fix;
import conveyarr.health.view.CheckView.Span;
import conveyarr.upstream.Upstreams.NotConfigured;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a check of everything that we know of the stack. */
public final class Checks {
    private static final Set<State> RESTLESS = EnumSet.of(State.OK, State.DEGRADED, State.DOWN);
    private static final Set<State> WAITING = EnumSet.of(State.OK, State.DEGRADED, State.DOWN);

    private Checks() {}

    /** What the config says of a program. */
    public record Place(String group, String kind, String url, boolean required, Optional<String> accessHelp) {
        /** Whoever sees the place must not learn a password or a key from it. */
        public Place {
            url = url.isEmpty() ? "" : Addresses.shown(url);
        }

        /** Where each of our own services is. The stack cannot do without any of them. */
        static final Place OURS = new Place(Ours.GROUP, "service", "", true, Optional.empty());

        String what() {
            return url.isEmpty()
                    ? "handles what comes in, publishes what it tells, reaches its database"
                    : kind + " answers at " + url;
        }
    }

    public static CheckView of(Component component, Place place) {
        return of(component, place, false);
    }

    /** {@code held}: its traffic goes through a VPN that is down, so whatever it answers, it waits. */
    public static CheckView of(Component component, Place place, boolean held) {
        Notes notes = component.notes();
        State state = state(component, held);
        return new CheckView(
                component.name(),
                place.group(),
                component.name(),
                place.what(),
                state.word(),
                state.tone(place.required()).word(),
                notes.last().info().isBlank() ? null : notes.last().info(),
                notes.since().orElse(null),
                notes.last().latencyMs().orElse(null),
                notes.last().okAt().orElse(null),
                notes.last().error().orElse(null),
                fix(component, place).orElse(null),
                null,
                notes.history().stream().map(span -> span(span, place)).toList());
    }

    /** One of our own services. */
    public static CheckView ours(Component component) {
        return of(component, Place.OURS, false);
    }

    /** What lacks a key is not down, it is not set up. */
    public static CheckView of(NotConfigured lack) {
        return new CheckView(
                lack.instance(),
                "Not set up",
                lack.instance(),
                "is configured",
                State.NOT_CONFIGURED.word(),
                Tone.OFF.word(),
                null,
                null,
                null,
                null,
                "not configured: " + lack.key() + " is missing",
                Fix.of("Set " + lack.key() + " and start again."),
                null,
                List.of());
    }

    static State state(Component component, boolean held) {
        State known =
                switch (component) {
                    case Unknown _ -> State.UNKNOWN;
                    case Up(String _, Notes notes, var _) ->
                        notes.history().isEmpty()
                                ? State.UNKNOWN
                                : state(notes.history().getLast().condition());
                    case Degraded _ -> State.DEGRADED;
                    case Down _ -> State.DOWN;
                    case NotStarted _ -> State.NOT_STARTED;
                    case Refused _ -> State.REFUSED;
                };
        boolean restless = component.notes().flapping() && RESTLESS.contains(known);
        return held && WAITING.contains(known) ? State.HELD_BY_VPN : restless ? State.FLAPPING : known;
    }

    static State state(Condition condition) {
        return switch (condition) {
            case UP -> State.OK;
            case DOWN -> State.DOWN;
            case REFUSED -> State.REFUSED;
            case DEGRADED -> State.DEGRADED;
            case NOT_STARTED -> State.NOT_STARTED;
        };
    }

    static Tone tone(Condition condition, Place place) {
        return state(condition).tone(place.required());
    }

    private static Optional<Fix> fix(Component component, Place place) {
        return switch (component) {
            case Refused refused ->
                Optional.of(Fix.of(place.accessHelp()
                        .orElse(refused.name() + " answers at " + place.url()
                                + " but refuses our key. Check conveyarr.upstreams." + refused.name()
                                + " (api-key, or username and password).")));
            case NotStarted not ->
                Optional.of(Fix.of("Start " + not.name() + ", or correct conveyarr.upstreams." + not.name()
                        + ".url: it has never answered at " + place.url() + "."));
            case Unknown _, Up _, Degraded _, Down _ -> Optional.empty();
        };
    }

    private static Span span(Component.Span span, Place place) {
        return new Span(
                span.from(),
                span.to().orElse(null),
                tone(span.condition(), place).word());
    }
}
