package conveyarr.download.core.gate;

import conveyarr.events.DownloadEvent.HoldReason;
import java.time.Duration;
import java.util.Set;

/**
 * What the owner wants of the gate of one client.
 *
 * @param pausing the reasons for which downloads are really paused; the others only stop the clock
 * @param vpnFresh how old the last word on the VPN may be
 * @param patience after so long without progress a download is stalled, so that what holds them all has to be found before
 */
public record GatePolicy(
        String client,
        boolean behindVpn,
        Set<HoldReason> pausing,
        Duration vpnFresh,
        Disk disk,
        Timetable hours,
        Duration patience) {

    /** For downloads that may rest for ten minutes. */
    public GatePolicy(
            String client, boolean behindVpn, Set<HoldReason> pausing, Duration vpnFresh, Disk disk, Timetable hours) {
        this(client, behindVpn, pausing, vpnFresh, disk, hours, Duration.ofMinutes(10));
    }

    /** Paused below the one, resumed above the other; in bytes, 0 for no guard. */
    public record Disk(long pauseBelow, long resumeAbove) {}

    boolean pauses(HoldReason reason) {
        return pausing.contains(reason);
    }
}
