package conveyarr.health.core;

import conveyarr.flow.Effect;

/** What is asked of a gateway. */
public sealed interface Call extends Effect {
    /** Stop the tunnel of this gateway and start it again; twice is once more than needed, and does no harm. */
    record RestartVpn(String gateway) implements Call {
        @Override
        public String place() {
            return gateway;
        }
    }
}
