package conveyarr.flow.http;

import conveyarr.flow.Flow;
import conveyarr.flow.loop.Backlog.Sizes;
import io.quarkus.arc.All;
import io.smallrye.health.api.Wellness;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Says of each service what waits, and which input is tried again and why. It is always up: trouble that passes is no reason to take a
 * service out or to restart it.
 */
@Wellness
final class FlowsAtWork implements HealthCheck {
    private final List<Flow> flows;

    FlowsAtWork(@All List<Flow> flows) {
        this.flows = flows;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("work").up();
        flows.forEach(flow -> answer.withData(flow.service(), line(flow)));
        return answer.build();
    }

    private static String line(Flow flow) {
        Sizes sizes = flow.upkeep().backlog().sizes();
        String retried = flow.upkeep()
                .retried()
                .oldest()
                .map(trouble -> "; %d inputs tried again, the oldest %s since %s: %s"
                        .formatted(flow.upkeep().retried().count(), trouble.place(), trouble.since(), trouble.cause()))
                .orElse("");
        return "%d to publish, %d parked%s".formatted(sizes.pending(), sizes.parked(), retried);
    }
}
