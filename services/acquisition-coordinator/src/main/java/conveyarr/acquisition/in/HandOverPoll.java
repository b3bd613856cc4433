package conveyarr.acquisition.in;

import conveyarr.acquisition.AcquisitionFlow;
import conveyarr.acquisition.HandOvers;
import conveyarr.acquisition.core.handover.Due;
import conveyarr.acquisition.core.handover.Signal.Looked;
import conveyarr.flow.Alone;
import conveyarr.flow.InOrder;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Looks for the approved requests whose time has come on the lists of the *arr programs. */
@ApplicationScoped
class HandOverPoll {
    private final HandOvers handOvers;
    private final Lists lists;
    private final Alone poll;

    HandOverPoll(AcquisitionFlow flow, HandOvers handOvers, Lists lists) {
        this.handOvers = handOvers;
        this.lists = lists;
        this.poll = new Alone(flow, "hand-over");
    }

    @Scheduled(
            every = "{conveyarr.acquisition.hand-over-look-every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> poll() {
        return poll.at("due", _ -> handOvers.due(Instant.now()).chain(due -> InOrder.eachPossible(due, this::look)));
    }

    private Uni<Void> look(Due due) {
        return lists.lookFor(due.media(), due.uhd())
                .chain(sight -> handOvers.looked(new Looked(due.request(), Instant.now(), sight)));
    }
}
