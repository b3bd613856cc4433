package conveyarr.acquisition.out;

import conveyarr.acquisition.core.Call;
import conveyarr.acquisition.core.Call.*;
import conveyarr.acquisition.core.repair.RepairOrder;
import conveyarr.acquisition.core.repair.RepairSignal.Answer;
import conveyarr.acquisition.core.repair.RepairSignal.Answered;
import conveyarr.acquisition.core.repair.Repairs.Step;
import conveyarr.acquisition.core.repair.Served;
import conveyarr.flow.loop.Calls;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.ArrOrder;
import conveyarr.upstream.ArrOrder.ForceImport;
import conveyarr.upstream.ArrOrder.LookAtDownloads;
import conveyarr.upstream.ArrOrder.Remove;
import conveyarr.upstream.ArrOrder.Rescan;
import conveyarr.upstream.ArrOrder.Search;
import conveyarr.upstream.Outcome;
import conveyarr.upstream.UpstreamTrouble;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Has an *arr repair what is to be repaired, and reports what it said. A step that was answered before is left undone. */
public final class RepairCalls implements Calls<Call> {
    private static final Logger LOGGER = Logger.getLogger(RepairCalls.class);

    private final Upstreams upstreams;
    private final RepairRows repairs;
    private final AcquisitionRows acquisitions;
    private final BiFunction<String, Answered, Uni<Void>> report;

    public RepairCalls(
            Upstreams upstreams,
            RepairRows repairs,
            AcquisitionRows acquisitions,
            BiFunction<String, Answered, Uni<Void>> report) {
        this.upstreams = upstreams;
        this.repairs = repairs;
        this.acquisitions = acquisitions;
        this.report = report;
    }

    @Override
    public Class<Call> family() {
        return Call.class;
    }

    @Override
    public Uni<Void> make(Call call) {
        return repairs.of(call.instance())
                .map(state -> state.job(call.id())
                        .filter(job -> job.step() == step(call))
                        .isPresent())
                .chain(wanted -> wanted ? made(call) : Uni.createFrom().voidItem());
    }

    private Uni<Void> made(Call call) {
        return answer(call).chain(answer -> {
            LOGGER.infof(
                    "repair.answered instance=%s title=%s step=%s answer=%s",
                    call.instance(),
                    call.order().media(),
                    step(call),
                    answer.getClass().getSimpleName());
            return report.apply(call.instance(), new Answered(Instant.now(), call.id(), step(call), answer));
        });
    }

    private Uni<Answer> answer(Call call) {
        Optional<ArrApp> arr = upstreams.one(ArrApp.class, call.instance());
        if (arr.isEmpty()) {
            return refused(call.instance() + " is not in the configuration any more");
        }
        if (Instant.now().isAfter(call.until())) {
            return refused(call.instance() + " did not answer in time");
        }
        return switch (call) {
            case RemoveRelease c -> tell(arr.get(), new Remove(c.order().media(), download(c), true, false));
            case SearchAgain c -> unlessServed(c, () -> tell(arr.get(), search(c.order())));
            case ImportAnyway c ->
                tell(arr.get(), new LookAtDownloads())
                        .chain(() -> tell(arr.get(), new ForceImport(c.order().media(), download(c))));
            case RescanTitle c -> tell(arr.get(), new Rescan(c.order().media()));
        };
    }

    private Uni<Answer> unlessServed(SearchAgain call, Supplier<Uni<Answer>> search) {
        return call.unlessServed()
                ? acquisitions.one(call.instance(), call.order().media()).chain(state -> Served.by(state, call.order())
                        .map(this::refused)
                        .orElseGet(search))
                : search.get();
    }

    private static Search search(RepairOrder order) {
        return new Search(order.media(), order.target().parts());
    }

    private static String download(Call call) {
        return call.order().target().download().orElseThrow();
    }

    /** An *arr that says no is asked no more; one that does not answer is asked again. */
    private static Uni<Answer> tell(ArrApp arr, ArrOrder order) {
        return arr.carryOut(order)
                .<Answer>map(outcome -> switch (outcome) {
                    case Outcome.Done _ -> new Answer.Done();
                    case Outcome.NotThere _ -> new Answer.NotThere();
                    case Outcome.Refused(var words) -> new Answer.Refused(words);
                    case Outcome.CannotDo(var why) -> new Answer.Refused(why);
                })
                .onFailure(UpstreamTrouble.Declined.class)
                .recoverWithItem(no -> new Answer.Refused(((UpstreamTrouble.Declined) no).words()));
    }

    private Uni<Answer> refused(String words) {
        return Uni.createFrom().item(new Answer.Refused(words));
    }

    private static Step step(Call call) {
        return switch (call) {
            case RemoveRelease _ -> Step.REMOVE;
            case SearchAgain _ -> Step.SEARCH;
            case ImportAnyway _ -> Step.IMPORT;
            case RescanTitle _ -> Step.RESCAN;
        };
    }
}
