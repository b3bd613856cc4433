package conveyarr.health.in;

import conveyarr.health.Ours;
import conveyarr.health.core.Look.Said;
import conveyarr.health.core.Wishes;
import conveyarr.health.view.CheckView;
import conveyarr.upstream.Upstream;
import conveyarr.upstream.Upstreams;
import conveyarr.upstream.VpnGateway;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Looks at one check because somebody wishes it. Nobody waits for the answer: it is told to the open pages as that of every look. */
@Singleton
public class LookNow {
    private static final Logger LOGGER = Logger.getLogger(LookNow.class);

    private static final long ROUND_UP = 999;

    private final Upstreams upstreams;
    private final Probes probes;
    private final OwnProbes own;
    private final VpnLooks tunnels;
    private final AtomicReference<Wishes> wishes = new AtomicReference<>(Wishes.NONE);

    LookNow(Upstreams upstreams, Probes probes, OwnProbes own, VpnLooks tunnels) {
        this.own = own;
        this.upstreams = upstreams;
        this.probes = probes;
        this.tunnels = tunnels;
    }

    /** What became of the wish. */
    public sealed interface Reply {
        /** The look has begun. */
        record Begun() implements Reply {}

        /** It was looked at just now. */
        record TooSoon(Duration pause) implements Reply {
            public String words() {
                return "It was looked at just now. Try again in " + seconds() + " s.";
            }

            long seconds() {
                return pause.plusMillis(ROUND_UP).toSeconds();
            }
        }

        /** There is nothing to ask. */
        record Nobody() implements Reply {}
    }

    public Reply at(String check) {
        return look(check).map(look -> begin(check, look, Instant.now())).orElseGet(Reply.Nobody::new);
    }

    private Optional<Supplier<Uni<Void>>> look(String check) {
        return CheckView.gateway(check)
                .flatMap(name -> upstreams.one(VpnGateway.class, name))
                .<Supplier<Uni<Void>>>map(gateway -> () -> tunnels.at(gateway, Said.NOTHING))
                .or(() -> upstreams.one(Upstream.class, check).map(upstream -> () -> probes.one(upstream)))
                .or(() -> Optional.of(check).filter(Ours::is).map(_ -> own::round));
    }

    private Reply begin(String check, Supplier<Uni<Void>> look, Instant now) {
        var before =
                wishes.getAndUpdate(known -> known.notBefore(check, now).isPresent() ? known : known.with(check, now));
        var notBefore = before.notBefore(check, now);
        if (notBefore.isPresent()) {
            return new Reply.TooSoon(Duration.between(now, notBefore.get()));
        }
        apart(() -> Uni.createFrom()
                .deferred(look::get)
                .subscribe()
                .with(_ -> {}, trouble -> LOGGER.warnf("look.failed check=%s cause=%s", check, trouble)));
        return new Reply.Begun();
    }

    /** On a context of its own: that of the caller ends with the answer, and with it its session. */
    private static void apart(Runnable work) {
        var context = VertxContext.createNewDuplicatedContext();
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(_ -> work.run());
    }
}
