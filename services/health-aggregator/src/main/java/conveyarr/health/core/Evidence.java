package conveyarr.health.core;

import conveyarr.health.core.Look.Said;
import conveyarr.health.core.Look.Seen;
import conveyarr.health.core.Tunnel.Dropped;
import java.util.Optional;

/**
 * What one look proves of a tunnel. Gluetun says "running" 100 ms after the VPN process started, before the tunnel works, and an address that
 * is not known may be a failed look-up (Gluetun 3.38 to 3.41); so neither word nor address is trusted alone. That something outside answers
 * us through the tunnel proves nothing by itself, since the proxy may have another way out; that nothing does is a doubt.
 */
record Evidence(Proof proof, String why) {
    /** What the gateway has called with our hook key is not unknown, also where it tells us nothing else. */
    static final Evidence CALLED = new Evidence(Proof.DOWN, "the gateway called that its tunnel is down");

    private static final String RUNNING = "running";
    private static final String STARTING = "starting";
    private static final Evidence SURE = new Evidence(Proof.UP, "");

    /** {@code WEAK} proves nothing once, and a drop when it stays; {@code NONE} never proves any. */
    enum Proof {
        UP,
        WEAK,
        NONE,
        STARTING,
        DOWN
    }

    static Evidence of(Seen seen) {
        if (!seen.word().equals(RUNNING)) {
            Proof proof = seen.word().equals(STARTING) ? Proof.STARTING : Proof.DOWN;
            return new Evidence(proof, "the gateway says \"" + seen.word() + "\"");
        }
        if (seen.address().publicAddress().isPresent()) {
            return doubt(seen).orElse(SURE);
        }
        if (seen.around().said() == Said.DOWN) {
            return CALLED;
        }
        return seen.refusals().address().isPresent() ? unseenAddress(seen) : withoutAddress(seen);
    }

    /** By somebody who can tell better than a client, which goes on to say "firewalled" for long after its tunnel has gone. */
    static boolean isEnd(Dropped drop, Seen seen) {
        return !drop.reason().equals(CALLED.why())
                || seen.address().publicAddress().isPresent()
                || seen.around().healthy().isPresent()
                || seen.around().said() == Said.UP;
    }

    private static Optional<Evidence> doubt(Seen seen) {
        if (seen.around().unhealthy()) {
            return Optional.of(new Evidence(Proof.WEAK, "the gateway's own health check fails"));
        }
        if (seen.around().carriesNothing()) {
            return Optional.of(new Evidence(Proof.WEAK, "nothing outside answers through the tunnel"));
        }
        return seen.around().disconnected() && seen.around().healthy().isEmpty()
                ? Optional.of(new Evidence(Proof.WEAK, "no download client behind the gateway has a connection"))
                : Optional.empty();
    }

    /** There may be one or none: only what else is seen counts. */
    private static Evidence unseenAddress(Seen seen) {
        return doubt(seen)
                .orElseGet(() -> vouched(seen) || seen.around().said() == Said.UP
                        ? SURE
                        : new Evidence(
                                Proof.NONE,
                                "the gateway refuses us its public address, and nothing else shows whether the"
                                        + " tunnel works"));
    }

    private static Evidence withoutAddress(Seen seen) {
        if (seen.around().unhealthy()) {
            return new Evidence(Proof.DOWN, "the gateway has no public address and its own health check fails");
        }
        if (seen.around().carriesNothing()) {
            return new Evidence(
                    Proof.WEAK, "the gateway has no public address, and nothing outside answers through it");
        }
        return vouched(seen) ? SURE : new Evidence(Proof.WEAK, "the gateway has no public address any more");
    }

    /** By somebody who can tell although the address is not known. */
    private static boolean vouched(Seen seen) {
        return seen.around().healthy().isPresent() || seen.around().carriesTraffic();
    }
}
