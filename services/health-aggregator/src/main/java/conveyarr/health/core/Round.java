package conveyarr.health.core;

import conveyarr.health.core.Probe.Answered;
import conveyarr.health.core.Probe.Broken;
import conveyarr.health.core.Probe.KeyRefused;
import conveyarr.health.core.Probe.Silent;
import java.util.List;

/** One look at all programs. When not one of several gives a sign of life, it is our own network that is away, and nobody is blamed. */
public record Round(List<Probe> probes) {

    public boolean ownNetworkIsDown() {
        return probes.size() > 1 && probes.stream().allMatch(Round::gaveNoSign);
    }

    /** What may be held against the programs. */
    public List<Probe> thatCount() {
        return ownNetworkIsDown() ? List.of() : probes;
    }

    private static boolean gaveNoSign(Probe probe) {
        return switch (probe) {
            case Silent _ -> true;
            case Answered _, Broken _, KeyRefused _ -> false;
        };
    }
}
