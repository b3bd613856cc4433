package conveyarr.download.out;

import conveyarr.download.core.Call;
import conveyarr.download.core.Call.*;
import conveyarr.download.core.gate.Gate;
import conveyarr.events.DownloadId;
import conveyarr.flow.Turn;
import conveyarr.flow.loop.CallsInTurn;
import conveyarr.upstream.DownloadClient;
import conveyarr.upstream.Outcome;
import conveyarr.upstream.UpstreamTrouble;
import conveyarr.upstream.Upstreams;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Tells download clients what to do. What the gate ordered is left undone when the gate has turned since, or when nobody has looked at the
 * client for a minute: whoever looks next orders it again.
 */
@Singleton
public class DownloadCalls implements CallsInTurn<Call> {
    private static final Logger LOGGER = Logger.getLogger(DownloadCalls.class);
    private final Mutiny.SessionFactory db;
    private final Upstreams upstreams;
    private final GateRows gates;
    private final DownloadRows downloads;

    DownloadCalls(
            @PersistenceUnit("download") Mutiny.SessionFactory db,
            Upstreams upstreams,
            GateRows gates,
            DownloadRows downloads) {
        this.db = db;
        this.upstreams = upstreams;
        this.gates = gates;
        this.downloads = downloads;
    }

    @Override
    public Class<Call> family() {
        return Call.class;
    }

    @Override
    public Uni<Void> make(Call call, Turn turn) {
        return isWanted(call).chain(wanted -> wanted ? make(call, client(call, turn)) : dropped(call));
    }

    /** What a person or a rule ordered is; what the gate did, only while it stands as it stood then, and somebody watches it. */
    private Uni<Boolean> isWanted(Call call) {
        return switch (call) {
            case PauseHeld c -> gate(c, (gate, now) -> gate.stillWants(c.turn(), now));
            case ResumeHeld c -> gate(c, (gate, now) -> gate.stillWants(c.turn(), now));
            case Listen c -> gate(c, (gate, now) -> gate.isWatched(now) && gate.forwards(c.port()));
            case GoAt c -> gate(c, (gate, now) -> gate.isWatched(now) && gate.wantsPace(c.from(), c.to()));
            case Remove c -> downloads.isOrphan(new DownloadId(c.client(), c.hash()));
            case Reannounce _, Pause _, Resume _, Categorise _ ->
                Uni.createFrom().item(true);
        };
    }

    private Uni<Boolean> gate(Call call, BiPredicate<Gate, Instant> still) {
        return gates.of(call.client()).map(gate -> still.test(gate, Instant.now()));
    }

    private static Uni<Void> dropped(Call call) {
        LOGGER.infof("call.dropped client=%s kind=%s cause=it is not wanted any more", call.client(), kind(call));
        return Uni.createFrom().voidItem();
    }

    /** What it is told, it is told only while this process is the one that may. */
    private Optional<DownloadClient> client(Call call, Turn turn) {
        return upstreams
                .one(DownloadClient.class, call.client())
                .map(client -> client.commandedBy(() -> db.withTransaction(turn::confirm)));
    }

    /** A client that was taken out of the config is told nothing any more. */
    private Uni<Void> make(Call call, Optional<DownloadClient> there) {
        return there.map(client -> tell(client, call).map(outcome -> settled(call, outcome)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Outcome> tell(DownloadClient client, Call call) {
        return switch (call) {
            case PauseHeld c -> client.pause(c.hashes());
            case ResumeHeld c -> client.resume(c.hashes());
            case Listen c -> wanted(c.client()).chain(hashes -> Ways.listen(client, c, hashes));
            case GoAt c -> Ways.goAt(client, c);
            case Remove c -> client.remove(Set.of(c.hash()), true);
            case Reannounce c -> client.reannounce(Set.of(c.hash()));
            case Pause c -> client.pause(Set.of(c.hash()));
            case Resume c -> client.resume(Set.of(c.hash()));
            case Categorise c -> client.setCategory(Set.of(c.hash()), c.category());
        };
    }

    private Uni<Set<String>> wanted(String client) {
        return downloads
                .unfinished(client)
                .map(all -> all.stream().map(kept -> kept.download().hash()).collect(Collectors.toSet()));
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
