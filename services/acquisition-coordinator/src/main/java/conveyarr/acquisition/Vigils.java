package conveyarr.acquisition;

import conveyarr.acquisition.core.Kept;
import conveyarr.acquisition.core.cause.Limits;
import conveyarr.acquisition.core.cause.Tunnel;
import conveyarr.acquisition.core.cause.Vigil;
import conveyarr.acquisition.core.cause.VigilSignal;
import conveyarr.acquisition.core.cause.Watchman;
import conveyarr.acquisition.out.TunnelRow;
import conveyarr.acquisition.out.TunnelRows;
import conveyarr.acquisition.out.VigilRow;
import conveyarr.acquisition.out.VigilRows;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Next;
import conveyarr.flow.state.Handler;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The watches over titles that are under way: one input, one transaction. */
@Singleton
public class Vigils {
    private final Limits limits;
    private final VigilRows rows;
    private final TunnelRows tunnels;
    private final Handler<Vigil, VigilRow> handler;
    private final Handler<Tunnel, TunnelRow> tunnel;

    Vigils(AcquisitionFlow flow, VigilRows rows, TunnelRows tunnels, LimitsConfig config) {
        this.limits = config.limits();
        this.rows = rows;
        this.tunnels = tunnels;
        this.handler = flow.handler(VigilRow.AGGREGATE);
        this.tunnel = flow.handler(TunnelRow.AGGREGATE);
    }

    /** An event of another service. */
    public Uni<Void> handle(String instance, MediaId media, Occurrence cause, VigilSignal signal) {
        String id = Kept.id(instance, media);
        return handler.handle(id, cause, vigil -> watchman(instance, media).on(vigil, signal));
    }

    /** What the clock finds now. */
    public Uni<Void> observe(String instance, MediaId media, VigilSignal signal) {
        String id = Kept.id(instance, media);
        var key = NaturalKey.of("vigil", media, signal.at().toEpochMilli());
        return handler.observe(
                id, Occurrence.at(signal.at(), Via.SELF, instance, key), vigil -> watchman(instance, media)
                        .on(vigil, signal));
    }

    public Uni<Void> tell(String gateway, Occurrence cause, boolean down) {
        return tunnel.handle(gateway, cause, known -> Next.next(known.told(down, cause.at())));
    }

    /** Whether a VPN is known to be down. */
    public Uni<Boolean> vpnDown(Instant now) {
        return tunnels.all().map(all -> all.stream().anyMatch(one -> one.isDown(now)));
    }

    /** What is to be looked at now; {@code queued} is in the queue of the instance. */
    public Uni<List<Kept>> toLookAt(String instance, Collection<MediaId> queued, Instant now) {
        return rows.toLookAt(instance, queued, now);
    }

    /** By the id of the acquisition, {@code <instance>|<media id>}. */
    public Uni<Map<String, Vigil>> of(Collection<Kept> acquisitions) {
        return rows.of(acquisitions.stream().map(Kept::id).toList());
    }

    private Watchman watchman(String instance, MediaId media) {
        return new Watchman(limits, instance, media);
    }
}
