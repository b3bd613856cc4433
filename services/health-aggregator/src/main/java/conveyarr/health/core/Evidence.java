package conveyarr.health.core;

import conveyarr.health.core.Look.Seen;

/**
 * What one look proves of a tunnel. Gluetun says "running" 100 ms after the VPN process started, before the tunnel works, and an address that
 * is not known may be a failed look-up (Gluetun 3.38 to 3.41); so neither word nor address is trusted alone. That something outside answers
 * us through the tunnel proves nothing by itself, since the proxy may have another way out; that nothing does is a doubt.
 */
record Evidence(Proof proof, String why) {
    private static final String RUNNING = "running";
    private static final String STARTING = "starting";

    /** {@code WEAK} proves nothing once, and a drop when it stays. */
    enum Proof {
        UP,
        WEAK,
        STARTING,
        DOWN
    }

    static Evidence of(Seen seen) {
        if (!seen.word().equals(RUNNING)) {
            Proof proof = seen.word().equals(STARTING) ? Proof.STARTING : Proof.DOWN;
            return new Evidence(proof, "the gateway says \"" + seen.word() + "\"");
        }
        return seen.address().publicAddress().isPresent() ? withAddress(seen) : withoutAddress(seen);
    }

    private static Evidence withAddress(Seen seen) {
        if (seen.around().unhealthy()) {
            return new Evidence(Proof.WEAK, "the gateway's own health check fails");
        }
        if (seen.around().carriesNothing()) {
            return new Evidence(Proof.WEAK, "nothing outside answers through the tunnel");
        }
        return seen.around().disconnected() && seen.around().healthy().isEmpty()
                ? new Evidence(Proof.WEAK, "no download client behind the gateway has a connection")
                : new Evidence(Proof.UP, "");
    }

    private static Evidence withoutAddress(Seen seen) {
        if (seen.around().saidDown()) {
            return new Evidence(Proof.DOWN, "the gateway called that its tunnel is down");
        }
        if (seen.around().unhealthy()) {
            return new Evidence(Proof.DOWN, "the gateway has no public address and its own health check fails");
        }
        if (seen.around().carriesNothing()) {
            return new Evidence(
                    Proof.WEAK, "the gateway has no public address, and nothing outside answers through it");
        }
        return seen.around().healthy().isPresent() || seen.around().carriesTraffic()
                ? new Evidence(Proof.UP, "")
                : new Evidence(Proof.WEAK, "the gateway has no public address any more");
    }
}
