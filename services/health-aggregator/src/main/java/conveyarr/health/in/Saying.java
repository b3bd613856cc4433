package conveyarr.health.in;

import conveyarr.health.core.Probe.Disk;
import conveyarr.health.core.Probe.Said;
import conveyarr.health.core.Probe.Work;
import conveyarr.upstream.DownloadClient;
import conveyarr.upstream.DownloadClient.Look;
import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.Standing.Connection;
import conveyarr.upstream.Upstream;
import io.smallrye.mutiny.Uni;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a program that answers says of itself. A download client is asked how much it is doing, and whether it has a connection. */
final class Saying {
    private static final Set<Phase> ACTIVE =
            EnumSet.of(Phase.FETCHING_METADATA, Phase.DOWNLOADING, Phase.STALLED, Phase.CHECKING, Phase.MOVING);
    private static final double MEGA = 1e6;

    private Saying() {}

    static Uni<Said> of(Upstream upstream, Upstream.Alive alive) {
        var said = of(alive);
        return upstream instanceof DownloadClient client
                ? client.look().map(look -> of(said, look))
                : Uni.createFrom().item(said);
    }

    static Said of(Upstream.Alive alive) {
        return new Said(line(alive), alive.troubles(), disks(alive), Optional.empty());
    }

    static Said of(Said said, Look look) {
        long active = look.transfers().stream()
                .filter(transfer -> ACTIVE.contains(transfer.progress().phase()))
                .count();
        double speed = look.standing().speeds().down() / MEGA;
        String info = String.format(Locale.ROOT, "%d active, %.1f MB/s", active, speed);
        Optional<String> connection = Optional.of(look.standing().connection())
                .filter(known -> known != Connection.UNKNOWN)
                .map(known -> known.name().toLowerCase(Locale.ROOT));
        var work = new Work(connection, states(look), look.standing().speeds().down());
        return new Said(info, said.troubles(), said.disks(), Optional.of(work));
    }

    private static Map<String, Integer> states(Look look) {
        return look.transfers().stream()
                .collect(Collectors.toMap(
                        transfer -> transfer.progress().phase().name().toLowerCase(Locale.ROOT), _ -> 1, Integer::sum));
    }

    private static String line(Upstream.Alive alive) {
        return alive.info().isBlank() ? alive.version() : alive.info();
    }

    private static List<Disk> disks(Upstream.Alive alive) {
        return alive.disks().stream()
                .map(disk -> new Disk(disk.path(), disk.free(), disk.total()))
                .toList();
    }
}
