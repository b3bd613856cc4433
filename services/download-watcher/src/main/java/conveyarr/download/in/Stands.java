package conveyarr.download.in;

import conveyarr.download.core.Kept;
import conveyarr.download.core.gate.GateSignal.ClientSeen;
import conveyarr.download.core.gate.GateSignal.Link;
import conveyarr.download.core.gate.GateSignal.Pull;
import conveyarr.download.core.gate.GateSignal.Sight;
import conveyarr.download.core.gate.GateSignal.Stand;
import conveyarr.download.core.gate.GateSignal.Tempo;
import conveyarr.upstream.DownloadClient.Look;
import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Transfer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A client's answer as the gate sees it: what is either ours by its category or asked for by an *arr. */
final class Stands {
    private Stands() {}

    /** What is known beside the answer: the port, when it was asked for, and the pace. */
    record Beside(Optional<Integer> port, Optional<Tempo> tempo) {}

    static ClientSeen of(Look look, List<Kept> unfinished, Beside beside, Instant now) {
        Set<String> wanted =
                unfinished.stream().map(kept -> kept.download().hash()).collect(Collectors.toSet());
        var sights = look.transfers().stream()
                .filter(transfer -> transfer.facts().ours() || wanted.contains(transfer.hash()))
                .map(transfer -> new Sight(transfer.hash(), pull(transfer)))
                .toList();
        return new ClientSeen(now, stand(look, beside), sights);
    }

    private static Stand stand(Look look, Beside beside) {
        var standing = look.standing();
        Link link =
                switch (standing.connection()) {
                    case CONNECTED -> Link.CONNECTED;
                    case FIREWALLED -> Link.DEAF;
                    case DISCONNECTED -> Link.CUT;
                    case UNKNOWN -> Link.UNKNOWN;
                };
        return new Stand(link, standing.freeBytes(), standing.externalAddress(), beside.port(), beside.tempo());
    }

    private static Pull pull(Transfer transfer) {
        return switch (transfer.progress().phase()) {
            case DOWNLOADING -> Pull.MOVES;
            case STALLED, FETCHING_METADATA -> Pull.THIRSTS;
            case QUEUED -> Pull.QUEUES;
            case PAUSED -> Pull.PAUSED;
            case MOVING, CHECKING, BROKEN -> Pull.BUSY;
            case DONE -> Pull.DONE;
        };
    }

    static boolean paused(Transfer transfer) {
        return transfer.progress().phase() == Phase.PAUSED;
    }
}
