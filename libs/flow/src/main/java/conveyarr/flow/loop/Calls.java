package conveyarr.flow.loop;

import conveyarr.flow.Effect;
import io.smallrye.mutiny.Uni;

/** Carries out the calls of one service. A call may be made twice, so it must do no harm the second time. */
public interface Calls<C extends Effect> {
    /** The sealed family of the calls. */
    Class<C> family();

    /** Fails when the call has to be tried again later. */
    Uni<Void> make(C call);
}
