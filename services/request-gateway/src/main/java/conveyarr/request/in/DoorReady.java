package conveyarr.request.in;

import conveyarr.request.Hooks;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that the next hook would be kept. PostgreSQL and Kafka may be away: then the door is needed most. */
@Readiness
final class DoorReady implements HealthCheck {
    private final Hooks hooks;

    DoorReady(Hooks hooks) {
        this.hooks = hooks;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("hook door").status(hooks.accepts()).build();
    }
}
