package conveyarr.acquisition;

import conveyarr.acquisition.core.repair.RepairOrder;
import conveyarr.acquisition.core.repair.RepairSignal;
import conveyarr.acquisition.core.repair.RepairSignal.Answered;
import conveyarr.acquisition.core.repair.RepairSignal.Ordered;
import conveyarr.acquisition.core.repair.RepairSignal.Ticked;
import conveyarr.acquisition.core.repair.Repairman;
import conveyarr.acquisition.core.repair.Repairs;
import conveyarr.acquisition.core.repair.Telling;
import conveyarr.acquisition.out.AcquisitionRows;
import conveyarr.acquisition.out.RepairCalls;
import conveyarr.acquisition.out.RepairRow;
import conveyarr.acquisition.out.RepairRows;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.state.Handler;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** What is repaired at the *arr programs: one input, one transaction. */
@Singleton
public class Workshop {
    private final AcquisitionFlow flow;
    private final RepairRows rows;
    private final Repairman repairman;
    private final Handler<Repairs, RepairRow> handler;

    Workshop(
            AcquisitionFlow flow,
            RepairRows rows,
            AcquisitionRows acquisitions,
            Upstreams upstreams,
            RepairConfig config) {
        this.flow = flow;
        this.rows = rows;
        this.repairman = new Repairman(config.policy());
        this.handler = flow.handler(RepairRows.AGGREGATE);
        flow.carryOut(new RepairCalls(upstreams, rows, acquisitions, this::answered));
    }

    /** Done as soon as it may be; the same order given twice is one. */
    public Uni<Void> order(String instance, RepairOrder order) {
        return handler.handle(
                instance,
                new Occurrence(order.id(), order.at(), Via.SELF, instance),
                state -> repairman.on(state, new Ordered(Instant.now(), order)));
    }

    /** There is no *arr that could do it. */
    public Uni<Void> refuse(RepairOrder order, String words) {
        var told = new Telling("conveyarr", Instant.now()).refused(order, words);
        return flow.inTransaction(tx -> flow.tables().write(tx, order.id(), List.of(told)));
    }

    /** What waits for its turn may have it now. */
    public Uni<Void> tick(String instance) {
        return rows.of(instance)
                .chain(state -> state.waiting().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : observe(instance, new Ticked(Instant.now())));
    }

    private Uni<Void> answered(String instance, Answered answered) {
        return observe(instance, answered);
    }

    private Uni<Void> observe(String instance, RepairSignal signal) {
        var key = NaturalKey.of(
                "repair", signal.getClass().getSimpleName(), signal.at().toEpochMilli());
        return handler.observe(
                instance, Occurrence.at(signal.at(), Via.SELF, instance, key), state -> repairman.on(state, signal));
    }
}
