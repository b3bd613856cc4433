package conveyarr.health.core;

import conveyarr.health.core.Probe.Answered;
import conveyarr.health.core.Probe.Broken;
import conveyarr.health.core.Probe.KeyRefused;
import conveyarr.health.core.Probe.Silent;
import java.util.List;
import java.util.Set;

/**
 * One look at all programs, which are on these {@code hosts}. When nothing on several other hosts gives a sign of life, it is our own network
 * that is away, and nobody is blamed. What is silent on our own host, or on one alone, is really down.
 */
public record Round(List<Probe> probes, Set<String> hosts) {

    public boolean ownNetworkIsDown() {
        long others = hosts.stream().filter(host -> !isOurs(host)).count();
        return others > 1 && probes.size() > 1 && probes.stream().allMatch(Round::gaveNoSign);
    }

    /** What may be held against the programs. */
    public List<Probe> thatCount() {
        return ownNetworkIsDown() ? List.of() : probes;
    }

    private static boolean isOurs(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private static boolean gaveNoSign(Probe probe) {
        return switch (probe) {
            case Silent _ -> true;
            case Answered _, Broken _, KeyRefused _ -> false;
        };
    }
}
