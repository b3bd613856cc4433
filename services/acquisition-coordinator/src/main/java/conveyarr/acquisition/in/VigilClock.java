package conveyarr.acquisition.in;

import conveyarr.acquisition.AcquisitionFlow;
import conveyarr.acquisition.Acquisitions;
import conveyarr.acquisition.Vigils;
import conveyarr.acquisition.core.Kept;
import conveyarr.acquisition.core.Signal.Removed;
import conveyarr.acquisition.core.cause.Evidence.Listing;
import conveyarr.acquisition.core.cause.Evidence.Role;
import conveyarr.acquisition.core.cause.VigilSignal;
import conveyarr.acquisition.core.cause.VigilSignal.Looked;
import conveyarr.acquisition.in.Surroundings.Found;
import conveyarr.flow.Alone;
import conveyarr.flow.InOrder;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.ArrPresent;
import conveyarr.upstream.ArrPresent.Queued;
import conveyarr.upstream.UpstreamTrouble;
import conveyarr.upstream.Upstreams;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks at every title that is due, in the queue, or has changed, and says what the programs around it say of why it waits. */
@ApplicationScoped
class VigilClock {
    private final Upstreams upstreams;
    private final Vigils vigils;
    private final Acquisitions acquisitions;
    private final Surroundings surroundings;
    private final ReleaseQuestion question;
    private final ListPoll lists;
    private final Alone clock;

    VigilClock(
            AcquisitionFlow flow,
            Upstreams upstreams,
            Vigils vigils,
            Acquisitions acquisitions,
            Surroundings surroundings,
            ReleaseQuestion question,
            ListPoll lists) {
        this.lists = lists;
        this.upstreams = upstreams;
        this.vigils = vigils;
        this.acquisitions = acquisitions;
        this.surroundings = surroundings;
        this.question = question;
        this.clock = new Alone(flow, "causes");
    }

    @Scheduled(
            every = "{conveyarr.acquisition.look-every:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        var around = surroundings.look(Instant.now()).memoize().indefinitely();
        return clock.each(upstreams.all(ArrApp.class), ArrApp::name, (arr, _) -> look(arr, around));
    }

    /** An *arr that does not answer is itself the cause. */
    private Uni<Void> look(ArrApp arr, Uni<Found> found) {
        var silent = new ArrPresent(List.of(), List.of());
        return found.chain(around -> arr.present()
                .chain(present -> look(new Evidences(arr, present, around, question)))
                .onFailure(UpstreamTrouble.class)
                .recoverWithUni(trouble -> look(new Evidences(
                        arr, silent, around.and(Surroundings.quiet(arr.name(), Role.ARR, trouble)), question))));
    }

    private Uni<Void> look(Evidences evidences) {
        var queued = evidences.present().queue().stream().map(Queued::media).collect(Collectors.toSet());
        return vigils.toLookAt(evidences.arr().name(), queued, Instant.now())
                .chain(due -> InOrder.eachPossible(due, one -> look(evidences, one)));
    }

    private Uni<Void> look(Evidences evidences, Kept one) {
        return vigils.of(List.of(one))
                .chain(known -> evidences.of(one, known.values().stream().findFirst(), Instant.now()))
                .chain(signal -> isGone(signal)
                        ? lists.isWhatWeKnow(evidences.arr()).chain(known -> gone(known, one, signal))
                        : vigils.observe(one.instance(), one.media(), signal));
    }

    private static boolean isGone(VigilSignal signal) {
        return signal instanceof Looked looked && looked.evidence().listing().equals(Listing.GONE);
    }

    /** A title that is not found in a program that lists nearly nothing of what we follow was not removed: that is another program, or it lost its database. */
    private Uni<Void> gone(boolean known, Kept one, VigilSignal signal) {
        Optional<Removed> removed = known ? Unlisted.since(one, Instant.now()) : Optional.empty();
        return removed.map(acquisitions::handle).orElseGet(() -> vigils.observe(one.instance(), one.media(), signal));
    }
}
