package conveyarr.acquisition;

import conveyarr.acquisition.core.Acquisition;
import conveyarr.acquisition.core.Pursuit;
import conveyarr.acquisition.core.Signal;
import conveyarr.acquisition.out.AcquisitionRow;
import conveyarr.acquisition.out.AcquisitionRows;
import conveyarr.events.Via;
import conveyarr.flow.Next;
import conveyarr.flow.state.Handler;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/** The acquisitions we follow: one input, one transaction. */
@Singleton
public class Acquisitions {
    private static final Logger LOGGER = Logger.getLogger(Acquisitions.class);

    private final Pursuit pursuit = new Pursuit();
    private final Handler<Acquisition, AcquisitionRow> handler;

    Acquisitions(AcquisitionFlow flow) {
        this.handler = flow.handler(AcquisitionRows.AGGREGATE);
    }

    /** One title in one instance is one acquisition; the second time that a signal comes, nothing happens. */
    public Uni<Void> handle(Signal signal) {
        String id = signal.instance() + "|" + signal.media();
        return isLook(signal)
                ? handler.observe(id, signal.cause(), state -> decide(state, signal))
                : handler.handle(id, signal.cause(), state -> decide(state, signal));
    }

    /** What the queue shows has no identity, and comes again and again. */
    private static boolean isLook(Signal signal) {
        return signal.occurrence().via() == Via.POLL;
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
