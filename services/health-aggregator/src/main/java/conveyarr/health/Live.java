package conveyarr.health;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.inject.Singleton;

/** Tells the open pages of this process what has changed: the id of a request, {@link #STACK} or {@link #HOOKS}. */
@Singleton
public class Live {
    /** The state of the programs. */
    public static final String STACK = "stack";

    /** A hook has come in. */
    public static final String HOOKS = "hooks";

    /** A page that reads more slowly than this loses its stream, connects again and looks at everything anew. Some batches of changes fit. */
    private static final int BUFFER = 2048;

    private final BroadcastProcessor<String> changes = BroadcastProcessor.create();

    public synchronized void changed(String what) {
        changes.onNext(what);
    }

    public Multi<String> changes() {
        return changes.onOverflow().buffer(BUFFER);
    }
}
