package conveyarr.flow.http;

import conveyarr.flow.Flow;
import conveyarr.flow.Retried;
import conveyarr.flow.Upkeep;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What Prometheus sees of each service: what waits to be published, and what cannot be handled at this moment. Ages in seconds. */
@Startup
@Singleton
final class FlowGauges {
    private final MeterRegistry registry;

    FlowGauges(@All List<Flow> flows, MeterRegistry registry) {
        this.registry = registry;
        flows.forEach(this::register);
    }

    private void register(Flow flow) {
        gauge(flow, "conveyarr.outbox.pending", one -> one.backlog().sizes().pending());
        gauge(flow, "conveyarr.outbox.oldest.seconds", one -> one.backlog()
                .sizes()
                .oldestSeconds());
        gauge(flow, "conveyarr.outbox.parked", one -> one.backlog().sizes().parked());
        gauge(flow, "conveyarr.inputs.retried", one -> one.retried().count());
        gauge(flow, "conveyarr.inputs.retried.oldest.seconds", one -> age(one.retried()));
    }

    private void gauge(Flow flow, String name, ToDoubleFunction<Upkeep> value) {
        Gauge.builder(name, flow.upkeep(), value).tag("service", flow.service()).register(registry);
    }

    private static double age(Retried retried) {
        return retried.oldest()
                .map(trouble -> Duration.between(trouble.since(), Instant.now()).toMillis() / 1000.0)
                .orElse(0.0);
    }
}
