package conveyarr.flow.http;

import conveyarr.flow.Flow;
import io.quarkus.arc.All;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Up once every service in this process has its tables and topics. */
@Startup
final class FlowStarted implements HealthCheck {
    private final List<Flow> flows;

    FlowStarted(@All List<Flow> flows) {
        this.flows = flows;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("flows").status(flows.stream().allMatch(Flow::prepared));
        flows.forEach(flow -> answer.withData(flow.service(), flow.prepared()));
        return answer.build();
    }
}
