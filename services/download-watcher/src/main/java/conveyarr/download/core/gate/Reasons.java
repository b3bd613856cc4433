package conveyarr.download.core.gate;

import static conveyarr.events.DownloadEvent.HoldReason.*;

import conveyarr.download.core.gate.GateSignal.ClientSeen;
import conveyarr.download.core.gate.GateSignal.Link;
import conveyarr.download.core.gate.GateSignal.Sight;
import conveyarr.download.core.gate.GateSignal.VpnTold;
import conveyarr.events.DownloadEvent.HoldReason;
import conveyarr.events.HealthEvent.VpnState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Finds the reasons that hold at one look. On a state that nobody knows, what holds stays and nothing begins. */
record Reasons(GatePolicy policy, Gate gate, ClientSeen seen) {
    /** An address that is looked up once in a while may be an old one for so long. */
    private static final Duration STRANGE_FOR = Duration.ofMinutes(1);

    /** That nobody has connected yet is how every start of a client looks. */
    private static final Duration DEAF_AT_LEAST = Duration.ofSeconds(20);

    /** A listener that nobody has reached for longer is the owner's network, not a passing trouble. */
    private static final Duration DEAF_AT_MOST = Duration.ofMinutes(15);

    Set<HoldReason> now() {
        Set<HoldReason> reasons = EnumSet.noneOf(HoldReason.class);
        if (policy.behindVpn()) {
            vpn(reasons);
        }
        if (seen.stand().link() == Link.CUT) {
            reasons.add(CLIENT_DISCONNECTED);
        }
        if (diskFull()) {
            reasons.add(DISK_FULL);
        }
        if (policy.hours().closedAt(seen.at())) {
            reasons.add(SCHEDULE);
        }
        if (new Crowd(gate, seen, policy.patience()).stopped()) {
            reasons.add(MANY_STALLED);
        }
        return reasons;
    }

    private void vpn(Set<HoldReason> reasons) {
        switch (tunnel()) {
            case DOWN -> reasons.add(VPN_DOWN);
            case UP -> {
                if (strange()
                        && gate.doubts()
                                .strangeSince()
                                .filter(this::longStrange)
                                .isPresent()) {
                    reasons.add(LEAK);
                }
                if (deaf()) {
                    reasons.add(CLIENT_DEAF);
                }
            }
            case UNKNOWN -> {
                keep(VPN_DOWN, reasons);
                keep(LEAK, reasons);
                reasons.add(VPN_UNKNOWN);
            }
        }
    }

    /** A word that is too old says nothing. */
    VpnState tunnel() {
        return gate.vpn()
                .filter(told -> !told.at().plus(policy.vpnFresh()).isBefore(seen.at()))
                .map(VpnTold::state)
                .orElse(VpnState.UNKNOWN);
    }

    private void keep(HoldReason reason, Set<HoldReason> reasons) {
        if (gate.holds().containsKey(reason)) {
            reasons.add(reason);
        }
    }

    /** The client names an address of the same family as the VPN's, and it is neither that nor one that the VPN had before. */
    boolean strange() {
        Optional<String> vpn = gate.vpn().flatMap(VpnTold::address);
        return tunnel() == VpnState.UP
                && seen.stand()
                        .address()
                        .filter(own -> vpn.isPresent()
                                && own.contains(":") == vpn.get().contains(":")
                                && !own.equals(vpn.get())
                                && !gate.doubts().former().contains(own))
                        .isPresent();
    }

    private boolean longStrange(Instant since) {
        return !since.plus(STRANGE_FOR).isAfter(seen.at());
    }

    private boolean deaf() {
        boolean forwards = gate.vpn().filter(told -> !told.ports().isEmpty()).isPresent();
        return forwards
                && gate.doubts()
                        .deafSince()
                        .filter(since -> !since.plus(DEAF_AT_MOST).isBefore(seen.at()))
                        .filter(since -> goesOn() || !since.plus(DEAF_AT_LEAST).isAfter(seen.at()))
                        .isPresent();
    }

    /** What is held already, or was a moment ago, waits on in the same hold. */
    private boolean goesOn() {
        return !gate.holds().isEmpty() || !gate.ours().isEmpty();
    }

    /** That nobody connects to a client that wants nothing is no trouble, and how every start looks. */
    private Optional<Instant> deafSince() {
        boolean deaf = seen.stand().link() == Link.DEAF
                && tunnel() != VpnState.DOWN
                && seen.transfers().stream().anyMatch(Sight::pulls);
        return deaf ? gate.doubts().deafSince().or(() -> Optional.of(seen.at())) : Optional.empty();
    }

    /** Held until there is clearly room again, so that it does not flutter. */
    private boolean diskFull() {
        long limit = gate.holds().containsKey(DISK_FULL)
                ? policy.disk().resumeAbove()
                : policy.disk().pauseBelow();
        return seen.stand()
                .freeBytes()
                .map(free -> free < limit)
                .orElse(gate.holds().containsKey(DISK_FULL));
    }

    Doubts doubts() {
        boolean now = strange();
        return new Crowd(gate, seen, policy.patience())
                .doubts(
                        now ? gate.doubts().strangeSince().or(() -> Optional.of(seen.at())) : Optional.empty(),
                        deafSince());
    }
}
