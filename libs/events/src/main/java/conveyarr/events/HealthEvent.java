package conveyarr.events;

import java.time.Duration;
import java.time.Instant;
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

    /** It runs, and says itself that something is wrong, in its own {@code words}. */
    @Named("health.component-degraded.v1")
    record ComponentDegraded(ComponentId about, String kind, List<String> words) implements HealthEvent {}

    /** It says nothing of the kind any more. */
    @Named("health.component-recovered.v1")
    record ComponentRecovered(ComponentId about, String kind, Duration degradedFor) implements HealthEvent {}

    /** It answered and did not answer in turn, {@code changes} times within {@code within}, as a program does that is started over and over. */
    @Named("health.component-became-unstable.v1")
    record ComponentBecameUnstable(ComponentId about, String kind, int changes, Duration within)
            implements HealthEvent {}

    @Named("health.vpn-dropped.v1")
    record VpnDropped(ComponentId about, String reason) implements HealthEvent {}

    @Named("health.vpn-restored.v1")
    record VpnRestored(ComponentId about, Optional<String> publicAddress, List<Integer> forwardedPorts)
            implements HealthEvent {}

    /**
     * What we believe of the tunnel; told when that changes and at least every 30 s, so that whoever acts on it can tell when it has become
     * stale. {@code since} is when this state began; {@code why} is empty for a tunnel that is simply up.
     */
    @Named("health.vpn-seen.v1")
    record VpnSeen(
            ComponentId about,
            VpnState state,
            Instant since,
            String why,
            Optional<String> publicAddress,
            List<Integer> forwardedPorts)
            implements HealthEvent {}

    /** {@code UNKNOWN} is neither: nothing may be done because of it. */
    enum VpnState {
        UP,
        DOWN,
        UNKNOWN
    }

    /** The gateway forwards other ports than before; none means that nobody can reach us from outside. */
    @Named("health.vpn-port-changed.v1")
    record ForwardedPortChanged(ComponentId about, List<Integer> before, List<Integer> now) implements HealthEvent {}

    /** The tunnel dropped, or crashed while it was to start, {@code drops} times within {@code within}: it does not hold. */
    @Named("health.vpn-became-unstable.v1")
    record VpnBecameUnstable(ComponentId about, int drops, Duration within) implements HealthEvent {}

    /**
     * The gateway {@code about} answers, but none of the {@code programs} behind it: their containers have lost its network, as happens when
     * it was recreated and they were not.
     */
    @Named("health.vpn-network-lost.v1")
    record VpnNetworkLost(ComponentId about, List<String> programs) implements HealthEvent {}

    @Named("health.vpn-network-restored.v1")
    record VpnNetworkRestored(ComponentId about, Duration lostFor) implements HealthEvent {}

    /** A person had the tunnel restarted through us. */
    @Named("health.vpn-restart-ordered.v1")
    record VpnRestartOrdered(ComponentId about) implements HealthEvent {}
}
