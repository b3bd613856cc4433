package conveyarr.flow.loop;

import conveyarr.flow.Effect;
import conveyarr.flow.Turn;
import io.smallrye.mutiny.Uni;

/** Carries out the calls of one service that acts at once. A call may be made twice, so it must do no harm the second time. */
public interface Calls<C extends Effect> extends CallsInTurn<C> {
    /** Fails when the call has to be tried again later. */
    Uni<Void> make(C call);

    @Override
    default Uni<Void> make(C call, Turn turn) {
        return make(call);
    }
}
