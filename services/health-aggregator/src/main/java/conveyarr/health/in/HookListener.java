package conveyarr.health.in;

import conveyarr.flow.Hook;
import conveyarr.health.HealthFlow;
import conveyarr.health.Live;
import conveyarr.health.core.Look.Said;
import conveyarr.upstream.Upstreams;
import conveyarr.upstream.VpnGateway;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Looks at a gateway as soon as it calls. What is now is asked for, and where that shows nothing, a call of this minute counts. */
@ApplicationScoped
class HookListener {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final HealthFlow flow;
    private final Upstreams upstreams;
    private final VpnLooks looks;
    private final Live live;

    HookListener(HealthFlow flow, Upstreams upstreams, VpnLooks looks, Live live) {
        this.flow = flow;
        this.upstreams = upstreams;
        this.looks = looks;
        this.live = live;
    }

    @Incoming("health-hooks")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return flow.receiveHook(record, this::on).invoke(() -> live.changed(Live.HOOKS));
    }

    private Uni<Void> on(Hook hook) {
        boolean fresh = hook.receivedAt().plus(FRESH).isAfter(Instant.now());
        return upstreams
                .one(VpnGateway.class, hook.instance())
                .filter(_ -> fresh)
                .map(gateway -> looks.at(gateway, said(gateway, hook)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Said said(VpnGateway gateway, Hook hook) {
        return upstreams
                .hooks(hook.instance())
                .map(reader -> reader.read(hook.instance(), hook.receivedAt(), hook.body()))
                .map(reading ->
                        gateway.saysDown(reading) ? Said.DOWN : gateway.saysUp(reading) ? Said.UP : Said.NOTHING)
                .orElse(Said.NOTHING);
    }
}
