package conveyarr.download.core.gate;

import conveyarr.download.core.Call.Listen;
import conveyarr.download.core.gate.GateSignal.ClientSeen;
import conveyarr.download.core.gate.GateSignal.Link;
import conveyarr.download.core.gate.GateSignal.VpnTold;
import conveyarr.events.ComponentId;
import conveyarr.events.DownloadEvent;
import conveyarr.events.DownloadEvent.ListenPortFailed;
import conveyarr.events.DownloadEvent.ListenPortSet;
import conveyarr.flow.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings the client to listen on the forwarded port. After a drop the listener is opened anew even on the same port: qBittorrent goes on
 * with its sockets of the old tunnel, and takes the same value again for no change (Gluetun #1407, #1882).
 */
record Ports(String client, ClientSeen seen) {
    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(30);
    private static final Duration BETWEEN_REOPENINGS = Duration.ofMinutes(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final int TRIES = 3;

    record Done(Gate gate, List<Effect> effects) {}

    /** Only while the tunnel is known to be up; nobody connects to a client that wants nothing, so that is no sign. */
    Done mend(Gate gate) {
        Optional<Integer> wanted =
                gate.vpn().flatMap(told -> told.ports().stream().findFirst());
        Optional<Integer> is = seen.stand().port();
        if (wanted.isEmpty() || is.isEmpty()) {
            return new Done(gate, List.of());
        }
        boolean other = !wanted.equals(is);
        boolean deaf = !other
                && seen.stand().link() == Link.DEAF
                && seen.transfers().stream().anyMatch(GateSignal.Sight::pulls);
        if (!other && !deaf && !gate.port().reopen()) {
            return right(gate, wanted.get());
        }
        return gate.port().attempts() >= TRIES ? failed(gate, wanted.get()) : write(gate, is.get(), !other);
    }

    /** True once a resume may follow: the port is right, there never was one, the client has no listener, or we waited long enough. */
    boolean ready(Gate gate) {
        Optional<VpnTold> vpn = gate.vpn().filter(told -> !told.ports().isEmpty());
        boolean listens = vpn.isPresent()
                && seen.stand().port().equals(vpn.map(told -> told.ports().getFirst()))
                && !gate.port().reopen()
                && gate.port().asked().map(at -> at.isBefore(seen.at())).orElse(true);
        boolean none = vpn.isEmpty() && gate.port().before().isEmpty();
        boolean noListener = vpn.isPresent() && seen.stand().port().isEmpty();
        return none
                || listens
                || noListener
                || gate.turnedAt()
                        .filter(at -> !at.plus(LONGEST_WAIT).isAfter(seen.at()))
                        .isPresent();
    }

    private Done write(Gate gate, int is, boolean reopen) {
        Duration pause = reopen ? BETWEEN_REOPENINGS : BETWEEN_WRITES;
        boolean early = gate.port()
                .asked()
                .filter(at -> at.plus(pause).isAfter(seen.at()))
                .isPresent();
        if (early) {
            return new Done(gate, List.of());
        }
        int wanted = gate.vpn().orElseThrow().ports().getFirst();
        return new Done(gate.withPort(gate.port().tried(seen.at(), is)), List.of(new Listen(client, wanted, reopen)));
    }

    private Done right(Gate gate, int port) {
        if (gate.port().attempts() == 0 || seen.stand().link() != Link.CONNECTED) {
            return new Done(gate, List.of());
        }
        int before = gate.port().before().orElse(port);
        var event = new ListenPortSet(new ComponentId(client), before, port, before == port);
        return new Done(gate.withPort(Port.UNTOUCHED), tell(event, gate.port().first()));
    }

    private Done failed(Gate gate, int port) {
        Port now = gate.port();
        boolean early = now.asked()
                .filter(at -> at.plus(BETWEEN_REOPENINGS).isAfter(seen.at()))
                .isPresent();
        if (now.told() || early) {
            return new Done(gate, List.of());
        }
        String why = seen.stand().link() == Link.DEAF
                ? "nobody has connected since"
                : "it listens on " + seen.stand().port().orElse(0);
        var event = new ListenPortFailed(
                new ComponentId(client), port, now.attempts(), now.first().orElse(seen.at()), why);
        return new Done(gate.withPort(now.failed()), tell(event, now.first()));
    }

    private List<Effect> tell(DownloadEvent.ClientEvent event, Optional<Instant> since) {
        return new ArrayList<>(List.of(Told.client(event, seen.at(), since.orElse(seen.at()))));
    }
}
