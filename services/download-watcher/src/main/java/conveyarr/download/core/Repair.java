package conveyarr.download.core;

import static conveyarr.flow.Effect.publish;

import conveyarr.download.core.Care.Kind;
import conveyarr.download.core.Care.Plan;
import conveyarr.download.core.Care.Trouble;
import conveyarr.download.core.Rules.Rule;
import conveyarr.download.core.Rules.Step;
import conveyarr.download.core.Signal.Look;
import conveyarr.events.DownloadEvent.DownloadAction;
import conveyarr.events.DownloadEvent.DownloadActionPlanned;
import conveyarr.events.DownloadEvent.DownloadActionTaken;
import conveyarr.events.DownloadEvent.OneDownload;
import conveyarr.events.DownloadEvent.ReplacementWanted;
import conveyarr.events.DownloadId;
import conveyarr.events.MediaId;
import conveyarr.flow.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes up the steps of a rule: one step a look, the next one told before it is taken. */
record Repair(Rules rules) {
    /** Which download it is about. */
    record Patient(MediaId media, DownloadId id, Life life, Care care) {
        static Patient of(Download.Unclaimed u) {
            Life life = new Life(u.last().look().addedAt(), 0);
            return new Patient(MediaId.unmatched(u.last().id()), u.last().id(), life, u.care());
        }
    }

    record Done(Care care, List<Effect> effects) {}

    Done on(Patient patient, Kind kind, Instant since, Seeing seen) {
        if (patient.care().kept() || rules.protects(seen.look())) {
            return new Done(patient.care().with(Optional.empty()), List.of());
        }
        Optional<Trouble> before = patient.care().trouble().filter(known -> known.kind() == kind);
        var trouble = before.orElseGet(() -> new Trouble(kind, since, 0, Optional.empty()));
        Rule rule = rules.ruleFor(kind, trouble.rule(), seen);
        List<Step> steps = rule.steps();
        var effects = new ArrayList<Effect>();
        int taken = Math.min(trouble.taken(), steps.size());
        boolean paused = trouble.paused();
        if (taken < steps.size() && due(trouble, steps.get(taken), seen.at())) {
            effects.addAll(take(patient, steps.get(taken), trouble, seen));
            paused |= !rules.dryRun() && steps.get(taken).action() == DownloadAction.PAUSE;
            taken++;
        }
        Optional<Plan> next = taken < steps.size() ? Optional.of(plan(trouble, steps.get(taken))) : Optional.empty();
        boolean news = next.isPresent() && (before.isEmpty() || taken != trouble.taken());
        if (news && next.get().due().isAfter(seen.at())) {
            effects.add(planned(patient, next.get(), trouble, seen.at()));
        }
        return new Done(patient.care().with(Optional.of(trouble.at(taken, next, rule, paused))), effects);
    }

    /** What was seen, and when; {@code reasons} are those of an *arr that refuses it. */
    record Seeing(Instant at, Look look, String reasons) {
        Seeing(Instant at, Look look) {
            this(at, look, "");
        }
    }

    private static boolean due(Trouble trouble, Step step, Instant now) {
        return !trouble.since().plus(step.after()).isAfter(now);
    }

    private static Plan plan(Trouble trouble, Step step) {
        return new Plan(
                step.action(),
                trouble.since().plus(step.after()),
                trouble.kind().words());
    }

    private List<Effect> take(Patient patient, Step step, Trouble trouble, Seeing seen) {
        String reason = trouble.kind().words();
        var effects = new ArrayList<Effect>();
        var taken = new DownloadActionTaken(patient.media(), patient.id(), step.action(), reason, rules.dryRun());
        effects.add(tell(patient, taken, trouble, seen.at()));
        if (!rules.dryRun()) {
            effects.add(carryOut(patient, step, trouble, seen.at()));
        }
        return effects;
    }

    private static Effect carryOut(Patient patient, Step step, Trouble trouble, Instant at) {
        DownloadId id = patient.id();
        var because = Optional.of(new Call.Because(trouble.kind(), trouble.taken() + 1));
        return switch (step.action()) {
            case REANNOUNCE -> new Call.Reannounce(id.client(), id.hash(), because);
            case CHANGE_CATEGORY -> new Call.Categorise(id.client(), id.hash(), step.category(), because);
            case PAUSE -> new Call.Pause(id.client(), id.hash(), because);
            case RESUME -> new Call.Resume(id.client(), id.hash(), because);
            case REMOVE -> new Call.Remove(id.client(), id.hash(), because);
            case REPLACE ->
                tell(
                        patient,
                        new ReplacementWanted(
                                patient.media(), id, trouble.kind().words()),
                        trouble,
                        at);
        };
    }

    private static Effect planned(Patient patient, Plan plan, Trouble trouble, Instant at) {
        var event = new DownloadActionPlanned(patient.media(), patient.id(), plan.action(), plan.due(), plan.reason());
        return tell(patient, event, trouble, at);
    }

    private static Effect tell(Patient patient, OneDownload event, Trouble trouble, Instant at) {
        String step = event.wireName() + " " + trouble.kind() + " " + trouble.since() + " " + trouble.taken();
        return publish(event, patient.life().occurrence(at, patient.id(), step));
    }
}
