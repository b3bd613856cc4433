package conveyarr.download.core.gate;

import conveyarr.events.HealthEvent.VpnState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the gate of one client can be told. */
public sealed interface GateSignal {
    Instant at();

    /** What health-aggregator says of the tunnel that this client is behind. */
    record VpnTold(Instant at, VpnState state, Optional<String> address, List<Integer> ports) implements GateSignal {}

    /** The client has answered, in full. */
    record ClientSeen(Instant at, Stand stand, List<Sight> transfers) implements GateSignal {}

    /** The client does not answer. That says nothing of its downloads. */
    record ClientSilent(Instant at) implements GateSignal {}

    /** A person wants this transfer to be as they leave it. */
    record Claimed(Instant at, String hash) implements GateSignal {}

    /** The client has been told to listen on this port, and its sockets are new. */
    record Listened(Instant at, int port) implements GateSignal {}

    /** How the client stands; {@code port} is where it listens, when we looked. */
    record Stand(
            Link link,
            Optional<Long> freeBytes,
            Optional<String> address,
            Optional<Integer> port,
            Optional<Tempo> tempo) {
        public static final Stand FINE =
                new Stand(Link.CONNECTED, Optional.empty(), Optional.empty(), Optional.empty());

        public Stand {
            tempo = tempo == null ? Optional.empty() : tempo;
        }

        /** It goes slowly on purpose, ours or its owner's. */
        public boolean slowed() {
            return tempo.filter(is -> is.is().equals(is.slow())).isPresent();
        }

        /** Of a client that knows no limits. */
        public Stand(Link link, Optional<Long> freeBytes, Optional<String> address, Optional<Integer> port) {
            this(link, freeBytes, address, port, Optional.empty());
        }
    }

    /** How its speed is limited, and how it would be in the hours of little speed, in words that are only compared. */
    record Tempo(String is, String slow) {}

    /** How a client is joined to its peers. */
    enum Link {
        CONNECTED,
        DEAF,
        CUT,
        UNKNOWN
    }

    /** One transfer, as far as the gate cares. */
    record Sight(String hash, Pull pull) {
        boolean paused() {
            return pull == Pull.PAUSED;
        }

        boolean moves() {
            return pull == Pull.MOVES;
        }

        /** It would take data from the network now. */
        boolean pulls() {
            return pull == Pull.MOVES || pull == Pull.THIRSTS;
        }
    }

    /**
     * What a transfer does: data arrives, it waits for data, it waits for its turn, it is paused, it is busy with what it has (checked,
     * moved, broken), it is complete.
     */
    enum Pull {
        MOVES,
        THIRSTS,
        QUEUES,
        PAUSED,
        BUSY,
        DONE
    }
}
