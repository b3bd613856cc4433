package conveyarr.acquisition;

import conveyarr.acquisition.core.handover.Courier;
import conveyarr.acquisition.core.handover.Due;
import conveyarr.acquisition.core.handover.HandOver;
import conveyarr.acquisition.core.handover.Signal;
import conveyarr.acquisition.core.handover.Signal.Looked;
import conveyarr.acquisition.out.HandOverRow;
import conveyarr.acquisition.out.HandOverRows;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.state.Handler;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** The requests that are to reach an *arr: one input, one transaction. */
@Singleton
public class HandOvers {
    private final Courier courier;
    private final HandOverRows rows;
    private final Handler<HandOver, HandOverRow> handler;

    HandOvers(AcquisitionFlow flow, HandOverRows rows, HandOverConfig config) {
        this.courier = new Courier(config.patience());
        this.rows = rows;
        this.handler = flow.handler(HandOverRows.AGGREGATE);
    }

    /** The second time that it comes, nothing happens. */
    public Uni<Void> heard(Signal signal, Occurrence occurrence) {
        return handler.handle(HandOverRows.id(signal.request()), occurrence, state -> courier.on(state, signal));
    }

    public Uni<Void> looked(Looked look) {
        var key = NaturalKey.of(
                "hand-over-look", look.request().number(), look.at().toEpochMilli());
        var occurrence = Occurrence.at(look.at(), Via.SELF, look.request().instance(), key);
        return handler.observe(HandOverRows.id(look.request()), occurrence, state -> courier.on(state, look));
    }

    public Uni<List<Due>> due(Instant now) {
        return rows.due(now);
    }
}
