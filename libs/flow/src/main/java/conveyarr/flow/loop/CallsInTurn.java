package conveyarr.flow.loop;

import conveyarr.flow.Effect;
import conveyarr.flow.Turn;
import io.smallrye.mutiny.Uni;

/**
 * Carries out the calls of one service, and asks or waits before it acts: what it was told may be another process's to do by then, so
 * {@code turn} is to be confirmed right before each word that cannot be taken back. A call may be made twice, so it must do no harm the
 * second time.
 */
public interface CallsInTurn<C extends Effect> {
    /** The sealed family of the calls. */
    Class<C> family();

    /** Fails when the call has to be tried again later, and with {@link Turn.Overtaken} when another process makes it. */
    Uni<Void> make(C call, Turn turn);
}
