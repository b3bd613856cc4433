package conveyarr.download.core.gate;

import static conveyarr.flow.Next.next;

import conveyarr.download.core.gate.GateSignal.Claimed;
import conveyarr.download.core.gate.GateSignal.ClientSeen;
import conveyarr.download.core.gate.GateSignal.ClientSilent;
import conveyarr.download.core.gate.GateSignal.Listened;
import conveyarr.download.core.gate.GateSignal.VpnTold;
import conveyarr.download.core.gate.OurPause.Step;
import conveyarr.events.DownloadEvent.HoldReason;
import conveyarr.events.HealthEvent.VpnState;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides what holds the downloads of one client. Pure: no clock, no database, no network. */
public record Gatekeeper(GatePolicy policy) {
    private record Moment(Gate gate, GateSignal signal) {}

    public Next<Gate> on(Gate gate, GateSignal signal) {
        return switch (new Moment(gate, signal)) {
            case Moment(Gate g, VpnTold told)
            when g.vpn().filter(known -> !known.at().isBefore(told.at())).isPresent() -> next(g); // an older word
            case Moment(Gate g, VpnTold told) -> next(told(g, told));
            case Moment(Gate g, ClientSeen seen)
            when g.seenAt().filter(at -> !at.isBefore(seen.at())).isPresent() -> next(g); // an older look, or the same
            case Moment(Gate g, ClientSeen seen) -> seen(g, seen);
            case Moment(Gate g, ClientSilent silent) -> silent(g, silent.at());
            case Moment(Gate g, Listened listened) -> next(listened(g, listened));
            case Moment(Gate g, Claimed claimed) -> next(claimed(g, claimed.hash()));
        };
    }

    private static Gate told(Gate gate, VpnTold told) {
        Optional<VpnTold> before = gate.vpn();
        boolean down = told.state() == VpnState.DOWN;
        boolean wasDown = before.filter(vpn -> vpn.state() == VpnState.DOWN).isPresent();
        Gate now = gate.withVpn(told);
        if (down && !wasDown) {
            return now.withPort(
                    Port.afterADrop(before.flatMap(vpn -> vpn.ports().stream().findFirst())));
        }
        boolean otherPort =
                !down && before.filter(vpn -> !vpn.ports().equals(told.ports())).isPresent();
        return otherPort ? now.withPort(gate.port().anew()) : now;
    }

    /** Told after some questions without an answer, with the time of the first. */
    private Next<Gate> silent(Gate gate, Instant at) {
        if (gate.seenAt().filter(seen -> !seen.isBefore(at)).isPresent()) {
            return next(gate);
        }
        Gate now = gate.withNoneMissing().withDoubts(gate.doubts().silent(at));
        var silence = now.doubts().silence().orElseThrow();
        if (!silence.lasts() || gate.holds().containsKey(HoldReason.CLIENT_UNREACHABLE)) {
            return next(now);
        }
        var holds = new HashMap<>(gate.holds());
        holds.put(HoldReason.CLIENT_UNREACHABLE, silence.since());
        Gate held = now.withHolds(holds);
        var unseen = new ClientSeen(at, gate.doubts().stand(), List.of());
        return next(held, new Differences(policy, unseen).tell(gate, held, 0));
    }

    private static Gate claimed(Gate gate, String hash) {
        if (!gate.ours().containsKey(hash)) {
            return gate;
        }
        var ours = new HashMap<>(gate.ours());
        ours.computeIfPresent(hash, (_, pause) -> pause.at(Step.LEFT_ALONE));
        return gate.withOurs(ours);
    }

    /** A call from before a drop opened sockets of a tunnel that is no more, and one of another port is none of this. */
    private static Gate listened(Gate gate, Listened listened) {
        boolean asked =
                gate.port().asked().filter(at -> !at.isAfter(listened.at())).isPresent();
        return asked && gate.forwards(listened.port())
                ? gate.withPort(gate.port().reopened())
                : gate;
    }

    private Next<Gate> seen(Gate before, ClientSeen seen) {
        Gate gate = before.isWatched(seen.at()) ? before : before.withNoneMissing();
        Gate looked = gate.seen(seen.at(), new Reasons(policy, gate, seen).doubts());
        var reasons = new Reasons(policy, looked, seen);
        Map<HoldReason, Instant> holds = new EnumMap<>(HoldReason.class);
        reasons.now().forEach(reason -> holds.put(reason, gate.holds().getOrDefault(reason, seen.at())));
        var effects = new ArrayList<Effect>();
        var ports = new Ports(policy.client(), seen);
        Gate mended = looked;
        if (policy.behindVpn() && reasons.tunnel() == VpnState.UP) {
            Ports.Done done = ports.mend(looked);
            mended = done.gate();
            effects.addAll(done.effects());
        }
        Paces.Done paced = new Paces(policy, seen).set(gate, mended);
        effects.addAll(paced.effects());
        Pauses.Done moved = move(turned(paced.gate().withHolds(holds), pausing(gate), seen.at()), seen, ports);
        effects.addAll(moved.effects());
        effects.addAll(new Differences(policy, seen).tell(gate, moved.gate(), moved.asked()));
        return next(moved.gate(), effects);
    }

    /** Shut and opened are two turns, so that a call of the one is not made in the other. */
    private Gate turned(Gate gate, Optional<HoldReason> before, Instant at) {
        return pausing(gate).isPresent() == before.isPresent() ? gate : gate.turned(at);
    }

    private Pauses.Done move(Gate gate, ClientSeen seen, Ports ports) {
        var pauses = new Pauses(policy.client(), seen);
        Optional<HoldReason> why = pausing(gate);
        if (why.isPresent()) {
            return pauses.shut(gate, why.get());
        }
        boolean wait = gate.ours().isEmpty()
                || gate.holds().keySet().stream().anyMatch(STILL_CLOSED::contains)
                || !ports.ready(gate);
        return wait ? new Pauses.Done(gate, List.of(), 0) : pauses.open(gate);
    }

    /** What does not pause by itself, but is no time to resume either. */
    private static final Set<HoldReason> STILL_CLOSED = Set.of(
            HoldReason.VPN_DOWN, HoldReason.VPN_UNKNOWN, HoldReason.CLIENT_UNREACHABLE, HoldReason.CLIENT_DISCONNECTED);

    private Optional<HoldReason> pausing(Gate gate) {
        return gate.sorted().keySet().stream().filter(policy::pauses).findFirst();
    }
}
