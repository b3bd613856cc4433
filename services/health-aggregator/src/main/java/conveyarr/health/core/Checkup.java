package conveyarr.health.core;

import static conveyarr.flow.Next.next;

import conveyarr.events.HealthEvent.ComponentBecameUnstable;
import conveyarr.events.HealthEvent.ComponentDegraded;
import conveyarr.events.HealthEvent.ComponentWentDown;
import conveyarr.flow.Next;
import conveyarr.health.core.Component.Condition;
import conveyarr.health.core.Component.Degraded;
import conveyarr.health.core.Component.Down;
import conveyarr.health.core.Component.Illness;
import conveyarr.health.core.Component.Last;
import conveyarr.health.core.Component.NotStarted;
import conveyarr.health.core.Component.Refused;
import conveyarr.health.core.Component.Unknown;
import conveyarr.health.core.Component.Up;
import conveyarr.health.core.Notes.Restlessness;
import conveyarr.health.core.Probe.Answered;
import conveyarr.health.core.Probe.Broken;
import conveyarr.health.core.Probe.KeyRefused;
import conveyarr.health.core.Probe.Silent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides what a look at a program means. One miss is forgiven; the second in a row is an outage since the first. What a program says is
 * wrong with itself is told when it has said so twice; one that answers now and then flaps.
 */
public record Checkup() {

    public Next<Component> on(Component state, Probe probe) {
        boolean answers = probe instanceof Answered || probe instanceof KeyRefused;
        Notes notes = state.notes().looked(answers, probe.at());
        var seen = new Seen(state, notes, probe);
        Next<Component> verdict =
                switch (probe) {
                    case Answered answer -> answer.said().troubles().isEmpty() ? well(seen, answer) : ill(seen, answer);
                    case KeyRefused refusal -> refused(seen, refusal);
                    case Silent silence -> missed(seen, silence.error(), silence.nobodyThere());
                    case Broken broken -> missed(seen, broken.error(), false);
                };
        boolean begins = notes.flapping() && !state.notes().flapping();
        return begins ? alsoTold(verdict, seen) : verdict;
    }

    private static Next<Component> alsoTold(Next<Component> verdict, Seen seen) {
        int changes = seen.notes().restless().changes().size();
        var event = new ComponentBecameUnstable(seen.about(), seen.probe().kind(), changes, Restlessness.RECENT);
        var effects = new ArrayList<>(verdict.effects());
        effects.add(seen.tell("unstable", event, seen.at()));
        return new Next<>(verdict.state(), List.copyOf(effects));
    }

    private Next<Component> well(Seen seen, Answered answer) {
        Notes notes = noted(seen, answer).changed(Condition.UP, answer.at());
        return next(new Up(seen.name(), notes, Optional.empty()), seen.over(true));
    }

    private Next<Component> ill(Seen seen, Answered answer) {
        List<String> words = answer.said().troubles();
        Notes notes = noted(seen, answer).changed(Condition.DEGRADED, answer.at());
        var effects = new ArrayList<>(seen.over(false));
        Illness illness = new Illness(answer.at(), words, false);
        if (seen.before() instanceof Degraded before) {
            illness = new Illness(before.illness().since(), words, true);
            if (!before.illness().told()) {
                var event = new ComponentDegraded(seen.about(), answer.kind(), words);
                effects.add(seen.tell("degraded", event, illness.since()));
            }
        }
        return new Next<>(new Degraded(seen.name(), notes, illness, Optional.empty()), List.copyOf(effects));
    }

    private static Notes noted(Seen seen, Answered answer) {
        var said = answer.said();
        Optional<String> error =
                said.troubles().isEmpty() ? Optional.empty() : Optional.of(String.join("; ", said.troubles()));
        var last = new Last(
                Optional.of(answer.latencyMs()),
                Optional.of(answer.at()),
                error,
                said.info(),
                said.disks(),
                said.work());
        return seen.notes().with(last);
    }

    private Next<Component> refused(Seen seen, KeyRefused refusal) {
        var notes =
                seen.notes().with(seen.notes().last().wrong(refusal.error())).changed(Condition.REFUSED, refusal.at());
        return next(new Refused(seen.name(), notes), seen.over(true));
    }

    private Next<Component> missed(Seen seen, String error, boolean nobodyThere) {
        Notes notes = seen.notes().with(seen.notes().last().wrong(error));
        boolean never = nobodyThere && notes.last().okAt().isEmpty();
        return switch (seen.before()) {
            case Down down -> next(new Down(down.name(), notes, down.since()));
            case NotStarted not -> next(new NotStarted(seen.name(), notes, not.since()));
            case Up up
            when up.missedSince().isPresent() ->
                down(seen, gone(seen, notes, up.missedSince().get(), never));
            case Degraded ill
            when ill.missedSince().isPresent() ->
                down(seen, gone(seen, notes, ill.missedSince().get(), false));
            case Degraded ill -> next(new Degraded(seen.name(), notes, ill.illness(), Optional.of(seen.at())));
            case Unknown _, Up _, Refused _ -> next(new Up(seen.name(), notes, Optional.of(seen.at())));
        };
    }

    /** What has never run is told apart from what has stopped; both are an outage. */
    private static Component gone(Seen seen, Notes notes, Instant since, boolean never) {
        return never
                ? new NotStarted(seen.name(), notes.changed(Condition.NOT_STARTED, since), since)
                : new Down(seen.name(), notes.changed(Condition.DOWN, since), since);
    }

    private static Next<Component> down(Seen seen, Component gone) {
        String error = gone.notes().last().error().orElse("no answer");
        var event = new ComponentWentDown(seen.about(), seen.probe().kind(), error);
        return next(gone, seen.tell("down", event, gone.notes().since().orElse(seen.at())));
    }
}
