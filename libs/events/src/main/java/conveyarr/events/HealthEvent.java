package conveyarr.events;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Told by health-aggregator on {@link Topics#HEALTH}. */
public sealed interface HealthEvent extends DomainEvent {
    @Override
    ComponentId about();

    @Named("health.component-went-down.v1")
    record ComponentWentDown(ComponentId about, String kind, String error) implements HealthEvent {}

    @Named("health.component-came-back.v1")
    record ComponentCameBack(ComponentId about, String kind, Duration downFor) implements HealthEvent {}

    @Named("health.vpn-dropped.v1")
    record VpnDropped(ComponentId about, String reason) implements HealthEvent {}

    @Named("health.vpn-restored.v1")
    record VpnRestored(ComponentId about, Optional<String> publicAddress, List<Integer> forwardedPorts)
            implements HealthEvent {}
}
