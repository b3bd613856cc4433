package conveyarr.download.out;

import conveyarr.download.core.Call;
import conveyarr.download.core.Call.*;
import conveyarr.events.DownloadId;
import conveyarr.flow.loop.Calls;
import conveyarr.upstream.DownloadClient;
import conveyarr.upstream.Outcome;
import conveyarr.upstream.UpstreamTrouble;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Tells download clients what to do. What the gate ordered is left undone when the gate has turned since, or when nobody has looked at the
 * client for a minute: whoever looks next orders it again.
 */
@Singleton
public class DownloadCalls implements Calls<Call> {
    private static final Logger LOGGER = Logger.getLogger(DownloadCalls.class);
    private final Upstreams upstreams;
    private final GateRows gates;
    private final DownloadRows downloads;

    DownloadCalls(Upstreams upstreams, GateRows gates, DownloadRows downloads) {
        this.upstreams = upstreams;
        this.gates = gates;
        this.downloads = downloads;
    }

    @Override
    public Class<Call> family() {
        return Call.class;
    }

    @Override
    public Uni<Void> make(Call call) {
        return switch (call) {
            case PauseHeld c -> ifStill(c, c.turn(), client -> client.pause(c.hashes()));
            case ResumeHeld c -> ifStill(c, c.turn(), client -> client.resume(c.hashes()));
            case Listen c -> listen(c);
            case GoAt c -> goAt(c);
            case Remove c -> remove(c);
            case Reannounce c -> at(c, client -> client.reannounce(Set.of(c.hash())));
            case Pause c -> at(c, client -> client.pause(Set.of(c.hash())));
            case Resume c -> at(c, client -> client.resume(Set.of(c.hash())));
            case Categorise c -> at(c, client -> client.setCategory(Set.of(c.hash()), c.category()));
        };
    }

    private Uni<Void> ifStill(Call call, int turn, Function<DownloadClient, Uni<Outcome>> command) {
        return gates.of(call.client()).chain(gate -> {
            if (gate.stillWants(turn, Instant.now())) {
                return at(call, command);
            }
            LOGGER.infof("call.dropped client=%s kind=%s cause=the gate has turned", call.client(), kind(call));
            return Uni.createFrom().voidItem();
        });
    }

    /** Only while still nobody waits for it. */
    private Uni<Void> remove(Remove call) {
        return downloads
                .isOrphan(new DownloadId(call.client(), call.hash()))
                .chain(orphan -> orphan
                        ? at(call, client -> client.remove(Set.of(call.hash()), true))
                        : Uni.createFrom().voidItem());
    }

    /** What somebody has set meanwhile is theirs, as is what was set at once after our look. */
    private Uni<Void> goAt(GoAt call) {
        return gates.of(call.client()).chain(gate -> {
            boolean still = gate.slow()
                    .filter(slow -> slow.wants(call.from(), call.to()))
                    .isPresent();
            return still && gate.isWatched(Instant.now())
                    ? at(call, client -> Ways.goAt(client, call))
                    : Uni.createFrom().voidItem();
        });
    }

    /** Only while the VPN still forwards this port. */
    private Uni<Void> listen(Listen call) {
        return gates.of(call.client()).chain(gate -> {
            boolean still = gate.vpn()
                    .filter(told -> told.ports().stream()
                            .findFirst()
                            .filter(port -> port == call.port())
                            .isPresent())
                    .isPresent();
            return still && gate.isWatched(Instant.now())
                    ? at(call, client -> Ways.listen(client, call))
                    : Uni.createFrom().voidItem();
        });
    }

    /** A client that was taken out of the config is told nothing any more. */
    private Uni<Void> at(Call call, Function<DownloadClient, Uni<Outcome>> command) {
        return upstreams
                .one(DownloadClient.class, call.client())
                .map(client -> command.apply(client).map(outcome -> settled(call, outcome)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Void settled(Call call, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done _ -> LOGGER.infof("call.made client=%s kind=%s", call.client(), kind(call));
            case Outcome.NotThere gone ->
                LOGGER.infof(
                        "call.made client=%s kind=%s missing=%d",
                        call.client(), kind(call), gone.ids().size());
            case Outcome.CannotDo no ->
                LOGGER.warnf("call.impossible client=%s kind=%s cause=%s", call.client(), kind(call), no.why());
            case Outcome.Refused no -> throw new UpstreamTrouble.Refused(no.words());
        }
        return null;
    }

    private static String kind(Call call) {
        return call.getClass().getSimpleName();
    }
}
