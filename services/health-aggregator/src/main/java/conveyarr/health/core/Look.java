package conveyarr.health.core;

import conveyarr.health.core.Tunnel.Address;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be told of a tunnel. */
public sealed interface Look {
    Instant at();

    /** The gateway answers; {@code word} is its own word for the state of the VPN. What it refuses us is absent and says nothing. */
    record Seen(Instant at, String word, Address address, Around around, Refusals refusals) implements Look {
        /** A gateway that has called, and hides all else. */
        static Seen hiding(Unseen unseen) {
            var all = new Refusals(Optional.of(unseen.trouble()), Optional.of(unseen.trouble()));
            return new Seen(unseen.at(), "", Address.NONE, unseen.around(), all);
        }

        /** One that hides nothing. */
        public Seen(Instant at, String word, Address address, Around around) {
            this(at, word, address, around, Refusals.NONE);
        }
    }

    /** The routes that would tell the public address and the forwarded ports, where the gateway refuses them to us. */
    record Refusals(Optional<String> address, Optional<String> ports) {
        public static final Refusals NONE = new Refusals(Optional.empty(), Optional.empty());

        public List<String> routes() {
            return Stream.of(address, ports).flatMap(Optional::stream).toList();
        }
    }

    /** The gateway does not answer us, or not in a way that says anything. */
    record Unseen(Instant at, String trouble, Around around) implements Look {}

    /** A person wants the tunnel restarted. */
    record RestartAsked(Instant at) implements Look {}

    /**
     * What else was seen at that moment: what the gateway's own health check says, which of the programs behind it answer us, and what the
     * gateway itself has just called of its tunnel. {@code connected} is what the download clients behind it say of their own
     * connection: some program has peers, or none of those that say anything has. {@code carries} is whether something outside answered us
     * through the tunnel.
     */
    record Around(
            Optional<Boolean> healthy,
            List<String> reached,
            List<String> unreached,
            Said said,
            Optional<Boolean> connected,
            Optional<Boolean> carries) {
        public static final Around NOTHING = new Around(Optional.empty(), List.of(), List.of(), Optional.empty());

        public Around(
                Optional<Boolean> healthy, List<String> reached, List<String> unreached, Optional<Boolean> connected) {
            this(healthy, reached, unreached, Said.NOTHING, connected, Optional.empty());
        }

        /** The same, with what we saw when we looked through the tunnel ourselves. */
        public Around seenThrough(Optional<Boolean> looked) {
            return new Around(healthy, reached, unreached, said, connected, looked);
        }

        /** The same, with what the gateway has just called. */
        public Around called(Said word) {
            return new Around(healthy, reached, unreached, word, connected, carries);
        }

        boolean carriesNothing() {
            return carries.filter(any -> !any).isPresent();
        }

        boolean carriesTraffic() {
            return connected.orElse(false);
        }

        boolean disconnected() {
            return connected.filter(any -> !any).isPresent();
        }

        boolean unhealthy() {
            return healthy.filter(good -> !good).isPresent();
        }

        boolean nothingBehindAnswers() {
            return reached.isEmpty() && !unreached.isEmpty();
        }
    }

    /** What the gateway itself has just called of its tunnel, with our hook key. */
    enum Said {
        UP,
        DOWN,
        NOTHING
    }
}
