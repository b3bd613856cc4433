package conveyarr.health;

import conveyarr.health.core.Component;
import conveyarr.health.core.Tunnel;
import conveyarr.health.timeline.Stage;
import conveyarr.upstream.Upstreams;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What the metrics page shows of the stack as it is now. No label carries a title or a person. */
@Singleton
public class StackMeters {
    private static final double MILLIS = 1000;

    private final Upstreams upstreams;
    private final MultiGauge requests;
    private final MultiGauge up;
    private final MultiGauge latency;
    private final MultiGauge downloads;
    private final MultiGauge speed;
    private final MultiGauge vpn;
    private final MultiGauge port;

    StackMeters(MeterRegistry registry, Upstreams upstreams) {
        this.upstreams = upstreams;
        this.requests = gauge(registry, "conveyarr.requests", "Titles in each stage.");
        this.up = gauge(registry, "conveyarr.upstream.up", "1 when the program answers and takes our key.");
        this.latency = gauge(registry, "conveyarr.upstream.latency.seconds", "How long its last answer took.");
        this.downloads = gauge(registry, "conveyarr.downloads", "Transfers of a client in each state.");
        this.speed = gauge(registry, "conveyarr.downloads.bytes.per.second", "What comes in.");
        this.vpn = gauge(registry, "conveyarr.vpn.up", "1 when the tunnel is up, 0 when it is down or unknown.");
        this.port = gauge(registry, "conveyarr.vpn.forwarded.port", "The first port that the VPN forwards, or 0.");
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String what) {
        return MultiGauge.builder(name).description(what).register(registry);
    }

    public void showRequests(Map<Stage, Long> counts) {
        requests.register(
                Stream.of(Stage.values())
                        .map(stage -> row(counts.getOrDefault(stage, 0L), "stage", word(stage)))
                        .toList(),
                true);
    }

    /** Our own services are told by their own metrics. */
    public void showPrograms(Collection<Component> all) {
        var components = all.stream().filter(one -> !Ours.is(one.name())).toList();
        up.register(
                components.stream()
                        .map(one -> row(answers(one) ? 1 : 0, tags(one)))
                        .toList(),
                true);
        latency.register(
                components.stream()
                        .flatMap(one -> one.notes().last().latencyMs().stream().map(ms -> row(ms / MILLIS, tags(one))))
                        .toList(),
                true);
        downloads.register(components.stream().flatMap(StackMeters::states).toList(), true);
        speed.register(
                components.stream()
                        .flatMap(one -> one.notes().last().work().stream()
                                .map(work -> row(work.bytesPerSecond(), "client", one.name())))
                        .toList(),
                true);
    }

    public void showTunnels(Collection<Tunnel> tunnels) {
        vpn.register(
                tunnels.stream()
                        .map(one -> row(one instanceof Tunnel.Up ? 1 : 0, "instance", one.name()))
                        .toList(),
                true);
        port.register(
                tunnels.stream()
                        .map(one -> row(port(one), "instance", one.name()))
                        .toList(),
                true);
    }

    private static Stream<Row<?>> states(Component one) {
        return one.notes().last().work().stream()
                .flatMap(work -> work.states().entrySet().stream())
                .map(state -> row(state.getValue(), "client", one.name(), "state", state.getKey()));
    }

    private static int port(Tunnel tunnel) {
        return tunnel instanceof Tunnel.Up up
                ? up.address().forwardedPorts().stream().findFirst().orElse(0)
                : 0;
    }

    private static boolean answers(Component component) {
        return switch (component) {
            case Component.Up up -> up.notes().since().isPresent();
            case Component.Degraded _ -> true;
            case Component.Unknown _, Component.Down _, Component.NotStarted _, Component.Refused _ -> false;
        };
    }

    private String[] tags(Component one) {
        return new String[] {"kind", upstreams.kind(one.name()).orElse("?"), "instance", one.name()};
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Row<?> row(Number value, String... tags) {
        return Row.of(Tags.of(tags), value);
    }
}
