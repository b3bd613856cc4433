package conveyarr.download.core.gate;

import conveyarr.download.core.gate.GateSignal.ClientSeen;
import conveyarr.download.core.gate.GateSignal.VpnTold;
import conveyarr.events.ComponentId;
import conveyarr.events.DownloadEvent.ClientHeld;
import conveyarr.events.DownloadEvent.ClientReleased;
import conveyarr.events.DownloadEvent.HoldReason;
import conveyarr.events.DownloadEvent.LeakEnded;
import conveyarr.events.DownloadEvent.LeakFound;
import conveyarr.flow.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is told when a reason begins or ends: once each, whatever it is about. */
record Differences(GatePolicy policy, ClientSeen seen) {

    List<Effect> tell(Gate before, Gate now, int asked) {
        var effects = new ArrayList<Effect>();
        now.sorted().forEach((reason, since) -> {
            if (!before.holds().containsKey(reason)) {
                effects.add(Told.client(held(now, reason, asked), seen.at(), reason + " " + since));
            }
            if (reason == HoldReason.LEAK && !before.holds().containsKey(reason)) {
                effects.add(Told.client(leak(now), seen.at(), since));
            }
        });
        before.sorted().forEach((reason, since) -> {
            if (!now.holds().containsKey(reason)) {
                effects.addAll(over(reason, since, before));
            }
        });
        return effects;
    }

    private List<Effect> over(HoldReason reason, Instant since, Gate before) {
        Duration lasted = Duration.between(since, seen.at());
        var client = new ComponentId(policy.client());
        int ours = policy.pauses(reason) ? before.ours().size() : 0;
        var effects = new ArrayList<Effect>();
        effects.add(Told.client(new ClientReleased(client, reason, lasted, ours), seen.at(), reason + " " + since));
        if (reason == HoldReason.LEAK) {
            effects.add(Told.client(new LeakEnded(client, lasted), seen.at(), since));
        }
        return effects;
    }

    private ClientHeld held(Gate now, HoldReason reason, int asked) {
        return new ClientHeld(
                new ComponentId(policy.client()), reason, why(now, reason), policy.pauses(reason) ? asked : 0);
    }

    private LeakFound leak(Gate now) {
        return new LeakFound(
                new ComponentId(policy.client()),
                seen.stand().address().orElse("?"),
                now.vpn().flatMap(VpnTold::address).orElse("?"));
    }

    private String why(Gate now, HoldReason reason) {
        return switch (reason) {
            case DISK_FULL -> room();
            case VPN_DOWN -> "the VPN is down";
            case VPN_UNKNOWN ->
                now.vpn().map(told -> "last heard of the VPN at " + told.at()).orElse("nobody tells how the VPN is");
            case LEAK -> "the world sees it at " + seen.stand().address().orElse("?");
            case CLIENT_UNREACHABLE -> "it does not answer";
            case CLIENT_DISCONNECTED -> "it has no connection";
            case CLIENT_DEAF -> "nobody can connect to it";
            case SCHEDULE -> "by its hours";
            case MANY_STALLED -> now.doubts().peak() + " downloads moved a moment ago";
        };
    }

    private String room() {
        return String.format(
                Locale.ROOT,
                "%.1f GB free, paused below %.1f GB, resumed above %.1f GB",
                seen.stand().freeBytes().orElse(0L) / 1e9,
                policy.disk().pauseBelow() / 1e9,
                policy.disk().resumeAbove() / 1e9);
    }
}
