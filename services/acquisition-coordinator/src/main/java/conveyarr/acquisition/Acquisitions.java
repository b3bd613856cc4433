package conveyarr.acquisition;

import conveyarr.acquisition.core.Acquisition;
import conveyarr.acquisition.core.Pursuit;
import conveyarr.acquisition.core.Signal;
import conveyarr.acquisition.out.AcquisitionRow;
import conveyarr.acquisition.out.AcquisitionRows;
import conveyarr.flow.Next;
import conveyarr.flow.state.Handler;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

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
        return handler.handle(id, signal.occurrence(), state -> decide(state, signal));
    }

    private Next<Acquisition> decide(Acquisition before, Signal signal) {
        var next = pursuit.on(before, signal);
        LOGGER.infof(
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
