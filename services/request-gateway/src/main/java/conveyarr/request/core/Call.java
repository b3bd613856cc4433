package conveyarr.request.core;

import conveyarr.events.RequestId;
import conveyarr.flow.Effect;
import java.util.UUID;

/** What is to be done outside after a commit. */
public sealed interface Call extends Effect {
    /** Send a copy of this hook to where the program sent its hooks before us. */
    record ForwardHook(UUID receipt) implements Call {}

    /** Look whether a rule of the owner approves this request, and approve it then. */
    record ConsiderApproval(RequestId request) implements Call {}

    /** Have Seerr hand this request on to the *arr once more; {@code attempt} counts from 1. */
    record RetryHandOver(RequestId request, int attempt) implements Call {}
}
