package conveyarr.download.core.gate;

import conveyarr.download.core.gate.GateSignal.Stand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is watched before it becomes a reason: an address that is not the VPN's, how many transfers moved a moment ago, and since when nobody
 * can connect to a client that wants data. {@code former} are addresses that the VPN had before.
 */
public record Doubts(
        Optional<Instant> strangeSince,
        int peak,
        Optional<Instant> peakAt,
        Stand stand,
        Optional<Instant> deafSince,
        List<String> former) {
    private static final int REMEMBERED = 20;
    static final Doubts NONE =
            new Doubts(Optional.empty(), 0, Optional.empty(), Stand.FINE, Optional.empty(), List.of());

    public Doubts {
        strangeSince = strangeSince == null ? Optional.empty() : strangeSince;
        peakAt = peakAt == null ? Optional.empty() : peakAt;
        stand = stand == null ? Stand.FINE : stand;
        deafSince = deafSince == null ? Optional.empty() : deafSince;
        former = former == null ? List.of() : List.copyOf(former);
    }

    Doubts withFormer(String address) {
        var all = new ArrayList<>(former);
        all.remove(address);
        all.add(address);
        return new Doubts(
                strangeSince,
                peak,
                peakAt,
                stand,
                deafSince,
                all.subList(Math.max(0, all.size() - REMEMBERED), all.size()));
    }
}
