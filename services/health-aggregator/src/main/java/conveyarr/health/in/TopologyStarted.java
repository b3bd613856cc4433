package conveyarr.health.in;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Up once the topology has run for the first time. */
@Startup
@Singleton
final class TopologyStarted implements HealthCheck {
    private final KafkaStreams streams;
    private final AtomicBoolean ran = new AtomicBoolean();

    TopologyStarted(KafkaStreams streams) {
        this.streams = streams;
    }

    @Override
    public HealthCheckResponse call() {
        State state = streams.state();
        if (state == State.RUNNING) {
            ran.set(true);
        }
        return HealthCheckResponse.named("timelines")
                .status(ran.get())
                .withData("state", state.name())
                .build();
    }
}
