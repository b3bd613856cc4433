package conveyarr.health.core;

import static conveyarr.flow.Effect.publish;
import static conveyarr.flow.Next.next;

import conveyarr.events.ComponentId;
import conveyarr.events.HealthEvent.ComponentCameBack;
import conveyarr.events.HealthEvent.ComponentWentDown;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import conveyarr.health.core.Component.Condition;
import conveyarr.health.core.Component.Down;
import conveyarr.health.core.Component.Last;
import conveyarr.health.core.Component.Notes;
import conveyarr.health.core.Component.Refused;
import conveyarr.health.core.Component.Unknown;
import conveyarr.health.core.Component.Up;
import conveyarr.health.core.Probe.Answered;
import conveyarr.health.core.Probe.Broken;
import conveyarr.health.core.Probe.KeyRefused;
import conveyarr.health.core.Probe.Silent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides what a look at a program means. One miss is forgiven; the second in a row is an outage since the first. */
public record Checkup() {

    public Next<Component> on(Component state, Probe probe) {
        return switch (probe) {
            case Answered answer -> answered(state, answer);
            case KeyRefused refusal -> refused(state, refusal);
            case Silent silence -> missed(state, silence, silence.error());
            case Broken broken -> missed(state, broken, broken.error());
        };
    }

    private Next<Component> answered(Component state, Answered answer) {
        var last = new Last(Optional.of(answer.latencyMs()), Optional.of(answer.at()), Optional.empty(), answer.info());
        var notes = state.notes().with(last).changed(Condition.UP, answer.at());
        return next(new Up(state.name(), notes, Optional.empty()), back(state, answer));
    }

    private Next<Component> refused(Component state, KeyRefused refusal) {
        var notes = state.notes()
                .with(state.notes().last().wrong(refusal.error()))
                .changed(Condition.REFUSED, refusal.at());
        return next(new Refused(state.name(), notes), back(state, refusal));
    }

    private Next<Component> missed(Component state, Probe probe, String error) {
        Notes notes = state.notes().with(state.notes().last().wrong(error));
        return switch (state) {
            case Down down -> next(new Down(down.name(), notes, down.since()));
            case Up(String name, Notes _, Optional<Instant> missedSince) ->
                missedSince
                        .map(since -> down(name, notes, since, probe))
                        .orElseGet(() -> next(new Up(name, notes, Optional.of(probe.at()))));
            case Unknown unknown -> next(new Up(unknown.name(), notes, Optional.of(probe.at())));
            case Refused refused -> next(new Up(refused.name(), notes, Optional.of(probe.at())));
        };
    }

    private Next<Component> down(String name, Notes notes, Instant since, Probe probe) {
        String error = notes.last().error().orElse("no answer");
        var event = new ComponentWentDown(new ComponentId(name), probe.kind(), error);
        return next(
                new Down(name, notes.changed(Condition.DOWN, since), since),
                publish(event, occurrence("down", name, since, probe)));
    }

    private List<Effect> back(Component state, Probe probe) {
        return switch (state) {
            case Down(String name, Notes _, Instant since) -> {
                var lasted = Duration.between(since, probe.at());
                var event = new ComponentCameBack(new ComponentId(name), probe.kind(), lasted);
                yield List.of(publish(event, occurrence("back", name, since, probe)));
            }
            case Unknown _, Up _, Refused _ -> List.of();
        };
    }

    /** One outage of one program, told apart by when it began, so that a repeated decision is the same event. */
    private static Occurrence occurrence(String what, String name, Instant since, Probe probe) {
        var key = NaturalKey.of("component-" + what, name, since.getEpochSecond());
        return Occurrence.at(probe.at(), Via.POLL, name, key);
    }
}
