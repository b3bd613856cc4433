package conveyarr.acquisition.core.repair;

import static conveyarr.flow.Next.next;

import conveyarr.acquisition.core.Call;
import conveyarr.acquisition.core.Call.*;
import conveyarr.acquisition.core.repair.RepairSignal.Answer;
import conveyarr.acquisition.core.repair.RepairSignal.Answered;
import conveyarr.acquisition.core.repair.RepairSignal.Ordered;
import conveyarr.acquisition.core.repair.RepairSignal.Ticked;
import conveyarr.acquisition.core.repair.Repairs.Job;
import conveyarr.acquisition.core.repair.Repairs.Step;
import conveyarr.events.RepairAction;
import conveyarr.events.RepairOutcome;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what is done at one *arr, step by step. Pure: no clock, no database, no network. */
public record Repairman(RepairPolicy policy) {

    public Next<Repairs> on(Repairs state, RepairSignal signal) {
        return switch (signal) {
            case Ordered s -> ordered(state, s);
            case Answered s ->
                state.job(s.order())
                        .filter(job -> job.step() == s.step())
                        .map(job -> answered(state, job, s))
                        .orElseGet(() -> next(state)); // told twice
            case Ticked s -> begun(state, s.at());
        };
    }

    private Next<Repairs> ordered(Repairs state, Ordered s) {
        RepairOrder order = s.order();
        var telling = new Telling(state.instance(), s.at());
        if (order.at().plus(policy.fresh()).isBefore(s.at())) {
            return next(state, telling.refused(order, "the wish is of " + order.at() + ", which is too long ago"));
        }
        if (state.knows(order)) {
            return next(state, telling.refused(order, "the same is under way already"));
        }
        return policy.dryRun() && !order.byHand()
                ? next(state, telling.tell(order, RepairOutcome.DRY_RUN, Telling.done(order, false)))
                : begun(state.waitingFor(order), s.at());
    }

    private Next<Repairs> begun(Repairs before, Instant now) {
        Repairs state = before;
        var effects = new ArrayList<Effect>();
        for (Optional<RepairOrder> order = state.next(now, policy.mostPerHour());
                order.isPresent();
                order = state.next(now, policy.mostPerHour())) {
            Job job = new Job(order.get(), first(order.get().action()), now, false);
            state = state.begin(job);
            effects.add(call(state, job));
        }
        return next(state, List.copyOf(effects));
    }

    private static Step first(RepairAction action) {
        return switch (action) {
            case RETRY_OTHER_RELEASE -> Step.REMOVE;
            case RETRY_SEARCH -> Step.SEARCH;
            case FORCE_IMPORT -> Step.IMPORT;
            case RESCAN -> Step.RESCAN;
        };
    }

    private Call call(Repairs state, Job job) {
        String at = state.instance();
        Instant until = job.begunAt().plus(policy.patience());
        return switch (job.step()) {
            case REMOVE -> new RemoveRelease(at, job.order(), until);
            case SEARCH -> new SearchAgain(at, job.order(), until, job.gone());
            case IMPORT -> new ImportAnyway(at, job.order(), until);
            case RESCAN -> new RescanTitle(at, job.order(), until);
        };
    }

    /** What is gone already may have been removed by us, before our word of it was lost: so the search comes all the same. */
    private Next<Repairs> answered(Repairs state, Job job, Answered s) {
        boolean removing = job.step() == Step.REMOVE;
        var telling = new Telling(state.instance(), s.at());
        return switch (s.answer()) {
            case Answer.Done _ when removing -> search(state, job, false);
            case Answer.NotThere _ when removing -> search(state, job, true);
            case Answer.Done _ ->
                over(state, job, telling.tell(job.order(), RepairOutcome.DONE, Telling.done(job.order(), job.gone())));
            case Answer.NotThere _ ->
                over(state, job, telling.refused(job.order(), Telling.notThere(state, job.order())));
            case Answer.Refused(var words) -> over(state, job, telling.refused(job.order(), words));
        };
    }

    private Next<Repairs> search(Repairs state, Job job, boolean gone) {
        Job then = new Job(job.order(), Step.SEARCH, job.begunAt(), gone);
        Repairs now = state.with(then);
        return next(now, call(now, then));
    }

    private static Next<Repairs> over(Repairs state, Job job, Effect told) {
        return next(state.without(job), told);
    }
}
