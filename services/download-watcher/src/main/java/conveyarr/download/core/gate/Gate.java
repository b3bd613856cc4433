package conveyarr.download.core.gate;

import conveyarr.download.core.Hold;
import conveyarr.download.core.gate.GateSignal.VpnTold;
import conveyarr.events.DownloadEvent.HoldReason;
import conveyarr.events.HealthEvent.VpnState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What keeps the downloads of one client back.
 *
 * @param vpn the newest word on the tunnel
 * @param seenAt when the client last answered
 * @param holds the reasons that hold now, and since when
 * @param ours the transfers that we paused, by hash, and nobody else
 * @param slow what became of its pace in the hours of little speed
 * @param turn counts how often the gate was shut or opened, so that a call of an earlier turn can be told; the last at {@code turnedAt}
 */
public record Gate(
        Optional<VpnTold> vpn,
        Optional<Instant> seenAt,
        Map<HoldReason, Instant> holds,
        Map<String, OurPause> ours,
        int turn,
        Optional<Instant> turnedAt,
        Doubts doubts,
        Port port,
        Optional<Slow> slow) {
    private static final Duration FRESH = Duration.ofMinutes(1);

    public static final Gate OPEN = new Gate(
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Map.of(),
            0,
            Optional.empty(),
            Doubts.NONE,
            Port.UNTOUCHED,
            Optional.empty());

    public Gate {
        holds = Map.copyOf(holds);
        ours = Map.copyOf(ours);
        slow = slow == null ? Optional.empty() : slow;
    }

    /** Why one transfer waits now, if it does. {@code paused}: it is paused in the client. */
    public Optional<Hold> holdOf(String hash, boolean paused) {
        var pause = Optional.ofNullable(ours.get(hash)).filter(p -> p.step() != OurPause.Step.LEFT_ALONE);
        if (pause.isPresent()) {
            return pause.map(p -> new Hold(p.reason(), true));
        }
        return paused ? Optional.empty() : first().map(reason -> new Hold(reason, false));
    }

    /** Whether a call of this turn is still wanted: the gate has not turned since, and somebody watches it. */
    public boolean stillWants(int callsTurn, Instant now) {
        return turn == callsTurn && isWatched(now);
    }

    /** Somebody has looked at the client in the last minute; whoever looks next orders anew what was left undone. */
    public boolean isWatched(Instant now) {
        return seenAt.filter(at -> at.plus(FRESH).isAfter(now)).isPresent();
    }

    /** The VPN forwards this port to the client. */
    public boolean forwards(int port) {
        return vpn.flatMap(told -> told.ports().stream().findFirst())
                .filter(first -> first == port)
                .isPresent();
    }

    /** The client is still to go from the one pace to the other. */
    public boolean wantsPace(String from, String to) {
        return slow.filter(now -> now.wants(from, to)).isPresent();
    }

    /** The gravest reason, in the order of {@link HoldReason}. */
    public Optional<HoldReason> first() {
        return holds.keySet().stream().min(Comparator.naturalOrder());
    }

    /** Such a reason, so that a page can say since when. */
    public Map<HoldReason, Instant> sorted() {
        return new TreeMap<>(holds);
    }

    /** The address that the VPN had so far stays known: a client may go on naming it for long after a change. */
    Gate withVpn(VpnTold told) {
        Doubts now = vpn.filter(before -> before.state() == VpnState.UP)
                .flatMap(VpnTold::address)
                .filter(address -> !told.address().equals(Optional.of(address)))
                .map(doubts::withFormer)
                .orElse(doubts);
        return new Gate(Optional.of(told), seenAt, holds, ours, turn, turnedAt, now, port, slow);
    }

    Gate withDoubts(Doubts now) {
        return new Gate(vpn, seenAt, holds, ours, turn, turnedAt, now, port, slow);
    }

    Gate withHolds(Map<HoldReason, Instant> now) {
        return new Gate(vpn, seenAt, now, ours, turn, turnedAt, doubts, port, slow);
    }

    Gate withOurs(Map<String, OurPause> now) {
        return new Gate(vpn, seenAt, holds, now, turn, turnedAt, doubts, port, slow);
    }

    /** Nobody could see it, so nothing has been missing. */
    Gate withNoneMissing() {
        var now = new HashMap<>(ours);
        now.replaceAll((_, pause) -> pause.missing(Optional.empty()));
        return withOurs(now);
    }

    Gate turned(Instant at) {
        return new Gate(vpn, seenAt, holds, ours, turn + 1, Optional.of(at), doubts, port, slow);
    }

    Gate seen(Instant at, Doubts now) {
        return new Gate(vpn, Optional.of(at), holds, ours, turn, turnedAt, now, port, slow);
    }

    Gate withSlow(Optional<Slow> now) {
        return new Gate(vpn, seenAt, holds, ours, turn, turnedAt, doubts, port, now);
    }

    Gate withPort(Port now) {
        return new Gate(vpn, seenAt, holds, ours, turn, turnedAt, doubts, now, slow);
    }
}
