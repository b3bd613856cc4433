package conveyarr.download.core.gate;

import java.time.Instant;
import java.util.Optional;

/**
 * How far the client has been brought to listen on the forwarded port.
 *
 * @param reopen the tunnel was away, so the listener is to be opened anew even on the same port, until a call that does so has gone through
 * @param before the port that it had when we began
 * @param told that it failed has been told
 */
public record Port(
        boolean reopen,
        int attempts,
        Optional<Instant> first,
        Optional<Instant> asked,
        Optional<Integer> before,
        boolean told) {
    static final Port UNTOUCHED = new Port(false, 0, Optional.empty(), Optional.empty(), Optional.empty(), false);
    /** The tunnel is away; {@code port} is what it forwarded. */
    static Port afterADrop(Optional<Integer> port) {
        return new Port(true, 0, Optional.empty(), Optional.empty(), port, false);
    }

    /** Another port is forwarded now. */
    Port anew() {
        return new Port(reopen, 0, Optional.empty(), Optional.empty(), before, false);
    }

    Port tried(Instant at, int was) {
        return new Port(
                reopen,
                attempts + 1,
                first.or(() -> Optional.of(at)),
                Optional.of(at),
                before.or(() -> Optional.of(was)),
                told);
    }

    Port reopened() {
        return new Port(false, attempts, first, asked, before, told);
    }

    Port failed() {
        return new Port(reopen, attempts, first, asked, before, true);
    }
}
