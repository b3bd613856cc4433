package conveyarr.request.core;

import conveyarr.flow.Effect;
import java.util.UUID;

/** What is to be done outside after a commit. */
public sealed interface Call extends Effect {
    /** Send a copy of this hook to where the program sent its hooks before us. */
    record ForwardHook(UUID receipt) implements Call {}
}
