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
        List<String> former,
        Optional<Silence> silence) {
    private static final int REMEMBERED = 20;

    /** One question without an answer is none; {@code times} without one since {@code since}, the last at {@code last}. */
    public record Silence(Instant since, Instant last, int times) {
        private static final int ENOUGH = 3;

        boolean lasts() {
            return times >= ENOUGH;
        }
    }

    static final Doubts NONE = new Doubts(
            Optional.empty(), 0, Optional.empty(), Stand.FINE, Optional.empty(), List.of(), Optional.empty());

    public Doubts {
        strangeSince = strangeSince == null ? Optional.empty() : strangeSince;
        peakAt = peakAt == null ? Optional.empty() : peakAt;
        stand = stand == null ? Stand.FINE : stand;
        deafSince = deafSince == null ? Optional.empty() : deafSince;
        former = former == null ? List.of() : List.copyOf(former);
        silence = silence == null ? Optional.empty() : silence;
    }

    /** The same moment twice is one. */
    Doubts silent(Instant at) {
        var before = silence.orElse(new Silence(at, Instant.MIN, 0));
        var now = before.last().isBefore(at) ? new Silence(before.since(), at, before.times() + 1) : before;
        return new Doubts(strangeSince, peak, peakAt, stand, deafSince, former, Optional.of(now));
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
                all.subList(Math.max(0, all.size() - REMEMBERED), all.size()),
                silence);
    }
}
