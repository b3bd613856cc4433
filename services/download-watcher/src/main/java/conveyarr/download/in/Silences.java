package conveyarr.download.in;

import conveyarr.download.Downloads;
import conveyarr.download.Gates;
import conveyarr.download.core.Signal.Unheard;
import conveyarr.download.core.gate.Gate;
import conveyarr.download.core.gate.GateSignal.ClientSilent;
import conveyarr.events.DownloadEvent.HoldReason;
import conveyarr.flow.InOrder;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A client that does not answer holds its downloads, each told once; after a restart once more, which changes nothing. */
final class Silences {
    private final Gates gates;
    private final Downloads downloads;
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    Silences(Gates gates, Downloads downloads) {
        this.gates = gates;
        this.downloads = downloads;
    }

    /** Whether its downloads have been told just now. */
    Uni<Boolean> another(Round round) {
        return gates.of(round.name())
                .chain(gate -> since(gate).isPresent()
                        ? Uni.createFrom().item(gate)
                        : round.inTurn(() -> gates.observe(round.name(), new ClientSilent(round.now())))
                                .chain(() -> gates.of(round.name())))
                .chain(gate -> since(gate)
                        .filter(since -> !since.equals(told.get(round.name())))
                        .map(since -> hold(round, since))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Boolean> hold(Round round, Instant since) {
        return downloads
                .unfinished(round.name())
                .chain(all -> InOrder.eachPossible(
                        all,
                        kept -> round.inTurn(() -> downloads.observe(
                                kept.id(), round.occurrence(kept.id()), new Unheard(round.now(), since)))))
                .invoke(() -> told.put(round.name(), since))
                .replaceWith(true);
    }

    private static Optional<Instant> since(Gate gate) {
        return Optional.ofNullable(gate.holds().get(HoldReason.CLIENT_UNREACHABLE));
    }
}
