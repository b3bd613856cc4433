package conveyarr.download;

import conveyarr.download.core.gate.GatePolicy;
import conveyarr.download.core.gate.GatePolicy.Disk;
import conveyarr.download.core.gate.Timetable;
import conveyarr.download.core.gate.Window;
import conveyarr.events.DownloadEvent.HoldReason;
import conveyarr.upstream.Upstreams;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the owner may say about when downloads wait.
 *
 * <p>{@code pause-without-vpn}: really pause what is behind a VPN that is down, not only stop its clock; {@code pause-on-leak}: the same
 * for a client that the world sees outside the VPN; {@code vpn-fresh}: how old the last word on the VPN may be; {@code pause-below-free}
 * and {@code resume-above-free}: the disk guard, off when absent; {@code closed}: hours in which nothing is downloaded, such as
 * {@code mon-fri 18:00-23:00}; {@code limited}: hours in which it goes slowly, by the client's own alternative limits or, where it has none,
 * at {@code limited-to} a second; {@code zone}: whose hours, the machine's when absent.
 */
@Singleton
public class GateSettings {
    private final Upstreams upstreams;
    private final Set<HoldReason> pausing = EnumSet.of(HoldReason.DISK_FULL, HoldReason.SCHEDULE);
    private final Duration vpnFresh;
    private final Duration patience;
    private final Disk disk;
    private final Timetable hours;
    private final long limitedTo;

    GateSettings(
            Upstreams upstreams,
            @ConfigProperty(name = "conveyarr.download.pause-without-vpn", defaultValue = "true") boolean vpn,
            @ConfigProperty(name = "conveyarr.download.pause-on-leak", defaultValue = "false") boolean leak,
            @ConfigProperty(name = "conveyarr.download.vpn-fresh", defaultValue = "90s") Duration vpnFresh,
            @ConfigProperty(name = "conveyarr.download.pause-below-free") Optional<MemorySize> low,
            @ConfigProperty(name = "conveyarr.download.resume-above-free") Optional<MemorySize> high,
            @ConfigProperty(name = "conveyarr.download.closed") Optional<List<String>> closed,
            @ConfigProperty(name = "conveyarr.download.limited") Optional<List<String>> limited,
            @ConfigProperty(name = "conveyarr.download.limited-to", defaultValue = "1M") MemorySize limitedTo,
            @ConfigProperty(name = "conveyarr.download.zone") Optional<String> zone,
            @ConfigProperty(name = "conveyarr.download.stalled-after", defaultValue = "10m") Duration patience) {
        this.patience = patience;
        this.upstreams = upstreams;
        this.vpnFresh = vpnFresh;
        this.disk = disk(low, high);
        this.limitedTo = limitedTo.asLongValue();
        this.hours = new Timetable(
                windows("closed", closed),
                windows("limited", limited),
                zone.map(GateSettings::zone).orElseGet(ZoneId::systemDefault));
        if (vpn) {
            pausing.add(HoldReason.VPN_DOWN);
        }
        if (leak) {
            pausing.add(HoldReason.LEAK);
        }
    }

    /** The one for this client. */
    public GatePolicy of(String client) {
        return new GatePolicy(client, upstreams.isBehindVpn(client), pausing, vpnFresh, disk, hours, patience);
    }

    /** Bytes a second in the limited hours, for a client without limits of its own. */
    public long limitedTo() {
        return limitedTo;
    }

    private static List<Window> windows(String name, Optional<List<String>> texts) {
        return texts.orElse(List.of()).stream()
                .map(text -> Hours.parse("conveyarr.download." + name, text))
                .toList();
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException _) {
            throw new ConfigurationException(
                    "conveyarr.download.zone: there is no zone \"" + name + "\"; write it as Europe/Berlin");
        }
    }

    private static Disk disk(Optional<MemorySize> low, Optional<MemorySize> high) {
        long below = low.map(MemorySize::asLongValue).orElse(0L);
        long above = high.map(MemorySize::asLongValue).orElse(below + below / 4);
        if (above < below) {
            throw new ConfigurationException(
                    "conveyarr.download.resume-above-free is below pause-below-free; it must be the same or more");
        }
        return new Disk(below, above);
    }
}
