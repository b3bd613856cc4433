package conveyarr.health.core;

import conveyarr.flow.Effect;
import java.time.Duration;
import java.time.Instant;

/** What is asked of a gateway. */
public sealed interface Call extends Effect {
    /**
     * Stop the tunnel of this gateway and start it again; twice is once more than needed, and does no harm. An order grows old: by then the
     * tunnel may have healed, and nobody would know why it was stopped again.
     */
    record RestartVpn(String gateway, Instant at) implements Call {
        private static final Duration FRESH = Duration.ofMinutes(1);
        private static final Duration LAST = Duration.ofMinutes(10);

        public RestartVpn {
            at = at == null ? Instant.EPOCH : at; // as written before it had a time
        }

        /** Later it is only started, where it was stopped and the start failed. */
        public boolean mayStop(Instant now) {
            return now.isBefore(at.plus(FRESH));
        }

        public boolean isOver(Instant now) {
            return !now.isBefore(at.plus(LAST));
        }

        @Override
        public String place() {
            return gateway;
        }
    }
}
