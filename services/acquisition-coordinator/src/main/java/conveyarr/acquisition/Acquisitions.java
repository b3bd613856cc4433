package conveyarr.acquisition;

import conveyarr.acquisition.core.Acquisition;
import conveyarr.acquisition.core.Kept;
import conveyarr.acquisition.core.Pursuit;
import conveyarr.acquisition.core.Signal;
import conveyarr.acquisition.out.AcquisitionRow;
import conveyarr.acquisition.out.AcquisitionRows;
import conveyarr.events.AcquisitionEvent.HistoryGapFound;
import conveyarr.events.ComponentId;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.CatchUp.Gap;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import conveyarr.flow.state.Handler;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/** The acquisitions we follow: one input, one transaction. */
@Singleton
public class Acquisitions {
    private static final Logger LOGGER = Logger.getLogger(Acquisitions.class);

    private final AcquisitionFlow flow;
    private final AcquisitionRows rows;
    private final List<String> instances;
    private final Pursuit pursuit = new Pursuit();
    private final Handler<Acquisition, AcquisitionRow> handler;

    Acquisitions(AcquisitionFlow flow, AcquisitionRows rows, Upstreams upstreams) {
        this.flow = flow;
        this.rows = rows;
        this.instances = upstreams.all(ArrApp.class).stream().map(ArrApp::name).toList();
        this.handler = flow.handler(AcquisitionRows.AGGREGATE);
    }

    /** One title in one instance is one acquisition; the second time that a signal comes, nothing happens. */
    public Uni<Void> handle(Signal signal) {
        return handle(signal, false);
    }

    /** {@code past} when it had happened before we first looked. */
    public Uni<Void> handle(Signal signal, boolean past) {
        String id = Kept.id(signal.instance(), signal.media());
        var cause = past ? signal.cause().asPast() : signal.cause();
        return isLook(signal)
                ? handler.observe(id, cause, state -> decide(state, signal))
                : handler.handle(id, cause, state -> decide(state, signal));
    }

    /** What the queue shows has no identity, and comes again and again. */
    private static boolean isLook(Signal signal) {
        return signal.occurrence().via() == Via.POLL;
    }

    /** This title in the *arr instances that have grabbed this download for it. */
    public Uni<List<Kept>> grabbed(MediaId media, String download) {
        return rows.of(media, instances).map(all -> all.stream()
                .filter(one -> one.state().past().grabbed(download))
                .toList());
    }

    public Uni<Acquisition> one(String instance, MediaId media) {
        return rows.one(instance, media);
    }

    /** What is neither over nor unknown. */
    public Uni<List<Kept>> underWay() {
        return rows.underWay();
    }

    /** What an instance had on its list as far as we know. */
    public Uni<List<Kept>> listed(String instance) {
        return rows.listed(instance);
    }

    /** The history of an instance has a hole, of which no title knows. */
    public Uni<Void> tell(Gap gap) {
        var found = new HistoryGapFound(new ComponentId(gap.instance()), gap.instance(), gap.after(), gap.before());
        var key = NaturalKey.of("history-gap", gap.after().toEpochMilli());
        var occurrence = Occurrence.at(gap.before(), Via.HISTORY, gap.instance(), key);
        return flow.inTransaction(
                tx -> flow.tables().write(tx, occurrence.id(), List.of(Effect.publish(found, occurrence))));
    }

    private Next<Acquisition> decide(Acquisition before, Signal signal) {
        var next = pursuit.on(before, signal);
        boolean routine = isLook(signal) && before.equals(next.state());
        LOGGER.logf(
                routine ? Level.DEBUG : Level.INFO,
                "acquisition.handled signal=%s title=%s instance=%s via=%s before=%s after=%s eventId=%s",
                signal.getClass().getSimpleName(),
                signal.media(),
                signal.instance(),
                signal.occurrence().via().word(),
                before.getClass().getSimpleName(),
                next.state().getClass().getSimpleName(),
                signal.occurrence().id());
        return next;
    }
}
