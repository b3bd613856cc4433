package conveyarr.health.core;

import conveyarr.health.core.Probe.Silent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One look at our own services. Those that start together with us are not blamed for it, and nobody is while our own network is away. */
public record OwnRound(List<Probe> probes, Instant startedAt, boolean ownNetworkIsDown) {
    static final Duration START = Duration.ofMinutes(2);

    public List<Probe> thatCount() {
        return probes.stream()
                .filter(probe -> !(probe instanceof Silent)
                        || !ownNetworkIsDown && probe.at().isAfter(startedAt.plus(START)))
                .toList();
    }
}
