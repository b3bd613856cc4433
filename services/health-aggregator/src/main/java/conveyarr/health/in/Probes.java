package conveyarr.health.in;

import conveyarr.health.Stack;
import conveyarr.health.core.Probe;
import conveyarr.health.core.Probe.Answered;
import conveyarr.health.core.Probe.Broken;
import conveyarr.health.core.Probe.KeyRefused;
import conveyarr.health.core.Probe.Silent;
import conveyarr.health.core.Round;
import conveyarr.health.view.Addresses;
import conveyarr.upstream.Upstream;
import conveyarr.upstream.UpstreamTrouble.Busy;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import conveyarr.upstream.UpstreamTrouble.Refused;
import conveyarr.upstream.UpstreamTrouble.Unreachable;
import conveyarr.upstream.UpstreamTrouble.Unreachable.Why;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks programs whether they run. */
@Singleton
class Probes {
    private static final Set<Why> NOBODY_THERE = EnumSet.of(Why.UNKNOWN_HOST, Why.CONNECTION_REFUSED);

    private final Upstreams upstreams;
    private final Stack stack;

    Probes(Upstreams upstreams, Stack stack) {
        this.upstreams = upstreams;
        this.stack = stack;
    }

    /** All at once. */
    Uni<Void> round() {
        List<Uni<Probe>> looks =
                upstreams.all(Upstream.class).stream().map(this::look).toList();
        if (looks.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.join().all(looks).andCollectFailures().chain(probes -> stack.observe(new Round(probes, hosts())));
    }

    /** One alone; while nobody answers, all are asked, since one says nothing then. */
    Uni<Void> one(Upstream upstream) {
        return stack.ownNetworkIsDown() ? round() : look(upstream).chain(probe -> stack.observe(List.of(probe)));
    }

    private Set<String> hosts() {
        return upstreams.all(Upstream.class).stream()
                .flatMap(upstream -> upstreams.entry(upstream.name()).stream())
                .flatMap(entry -> entry.url().flatMap(Addresses::host).stream())
                .collect(Collectors.toSet());
    }

    private Uni<Probe> look(Upstream upstream) {
        Instant asked = Instant.now();
        return Uni.createFrom()
                .deferred(() -> upstreams.probe(upstream))
                .chain(alive -> {
                    long took = Duration.between(asked, Instant.now()).toMillis();
                    return Saying.of(upstream, alive)
                            .<Probe>map(said -> new Answered(upstream.name(), upstream.kind(), asked, took, said));
                })
                .onFailure()
                .recoverWithItem(trouble -> wrong(upstream, asked, trouble));
    }

    private static Probe wrong(Upstream upstream, Instant at, Throwable trouble) {
        String name = upstream.name();
        String words = String.valueOf(trouble.getMessage());
        return switch (trouble) {
            case Refused _ -> new KeyRefused(name, upstream.kind(), at, words);
            case Unreachable away -> new Silent(name, upstream.kind(), at, words, NOBODY_THERE.contains(away.why()));
            case Busy _, Nonsense _ -> new Broken(name, upstream.kind(), at, words);
            case Throwable other -> new Broken(name, upstream.kind(), at, other.toString());
        };
    }
}
