package conveyarr.notification.core.rule;

import conveyarr.notification.core.Target;
import conveyarr.notification.core.bundle.Terms;

/** How one event goes to one target. */
public record Route(Target target, Way way) {
    /** What is done with it. */
    public sealed interface Way {
        record Now() implements Way {}

        /** It waits for others, under these terms. */
        record Collected(Terms terms) implements Way {}

        /** Not at all, which is written down. */
        record Silent(String reason) implements Way {}
    }
}
