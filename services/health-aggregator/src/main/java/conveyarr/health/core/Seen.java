package conveyarr.health.core;

import static conveyarr.flow.Effect.publish;

import conveyarr.events.ComponentId;
import conveyarr.events.HealthEvent;
import conveyarr.events.HealthEvent.ComponentCameBack;
import conveyarr.events.HealthEvent.ComponentRecovered;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Effect;
import conveyarr.health.core.Component.Degraded;
import conveyarr.health.core.Component.Down;
import conveyarr.health.core.Component.Illness;
import conveyarr.health.core.Component.NotStarted;
import conveyarr.health.core.Component.Refused;
import conveyarr.health.core.Component.Unknown;
import conveyarr.health.core.Component.Up;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A program before a look, its notes after it, and the look; and what is told of both. */
record Seen(Component before, Notes notes, Probe probe) {
    String name() {
        return before.name();
    }

    Instant at() {
        return probe.at();
    }

    ComponentId about() {
        return new ComponentId(before.name());
    }

    Effect tell(String what, HealthEvent event, Instant since) {
        var key = NaturalKey.of("component-" + what, name(), since.getEpochSecond());
        return publish(event, Occurrence.at(at(), Via.POLL, name(), key));
    }

    /** What ends with an answer; {@code cured} when it is not ill any more. */
    List<Effect> over(boolean cured) {
        return switch (before) {
            case Down(String _, Notes _, Instant since) -> back(since);
            case NotStarted(String _, Notes _, Instant since) -> back(since);
            case Degraded(String _, Notes _, Illness(Instant since, var _, boolean told), var _)
            when told && cured -> {
                var lasted = Duration.between(since, at());
                yield List.of(tell("recovered", new ComponentRecovered(about(), probe.kind(), lasted), since));
            }
            case Degraded _, Unknown _, Up _, Refused _ -> List.of();
        };
    }

    private List<Effect> back(Instant since) {
        var lasted = Duration.between(since, at());
        return List.of(tell("back", new ComponentCameBack(about(), probe.kind(), lasted), since));
    }
}
