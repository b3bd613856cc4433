package conveyarr.download.core.gate;

import conveyarr.events.DownloadEvent.HoldReason;
import java.time.Duration;
import java.util.Set;

/**
 * What the owner wants of the gate of one client.
 *
 * @param pausing the reasons for which downloads are really paused; the others only stop the clock
 * @param vpnFresh how old the last word on the VPN may be
 */
public record GatePolicy(
        String client, boolean behindVpn, Set<HoldReason> pausing, Duration vpnFresh, Disk disk, Timetable hours) {

    /** Paused below the one, resumed above the other; in bytes, 0 for no guard. */
    public record Disk(long pauseBelow, long resumeAbove) {}

    boolean pauses(HoldReason reason) {
        return pausing.contains(reason);
    }
}
