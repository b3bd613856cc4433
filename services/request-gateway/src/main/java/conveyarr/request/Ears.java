package conveyarr.request;

import conveyarr.request.core.Choice;
import conveyarr.request.core.Ear;
import conveyarr.request.core.Ear.Seen;
import conveyarr.request.core.Ear.Wake;
import conveyarr.upstream.HookSource;
import conveyarr.upstream.HookSource.Standing;
import conveyarr.upstream.HookSource.State;
import conveyarr.upstream.UpstreamTrouble;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * What is known of the connections through which hooks come, in memory: a process that starts looks anew. Wakes those that are blocked, and those
 * that may be: at the start, and when a poll finds what a hook should have told.
 */
@Singleton
public class Ears {
    private static final Logger LOGGER = Logger.getLogger(Ears.class);

    private final Hooks hooks;
    private final Duration grace;
    private final Map<String, Ear> ears = new ConcurrentHashMap<>();
    private final Map<String, Sight> sights = new ConcurrentHashMap<>();

    /** {@code at} is when it last answered; {@code blockedSince} is when we first saw the block; {@code wokenAt} is our last test that arrived. */
    public record Sight(
            Optional<Standing> standing,
            Optional<Instant> at,
            Optional<String> trouble,
            Optional<Instant> blockedSince,
            Optional<Instant> wokenAt) {
        static final Sight NONE =
                new Sight(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        Sight answered(Standing now, Instant at) {
            var since = now.blocked() ? blockedSince.or(() -> Optional.of(at)) : Optional.<Instant>empty();
            return new Sight(Optional.of(now), Optional.of(at), Optional.empty(), since, wokenAt);
        }

        Sight failed(Throwable why) {
            return new Sight(standing, at, Optional.ofNullable(why.getMessage()), blockedSince, wokenAt);
        }

        Sight woken(Instant at) {
            return new Sight(standing, this.at, Optional.empty(), Optional.empty(), Optional.of(at));
        }
    }

    Ears(Hooks hooks, @ConfigProperty(name = "conveyarr.request.hook-grace", defaultValue = "2m") Duration grace) {
        this.hooks = hooks;
        this.grace = grace;
    }

    public Sight sight(String instance) {
        return sights.getOrDefault(instance, Sight.NONE);
    }

    /** A poll was the first to tell something that happened there. */
    public void missed(String instance, Instant at, Instant now) {
        ears.compute(instance, (_, ear) -> heard(instance, ear).missed(at, now));
    }

    /** Asks where its hooks go; fails with an {@link UpstreamTrouble}. */
    public Uni<Standing> ask(HookSource source) {
        return source.standing()
                .invoke(standing -> sights.merge(
                        source.name(),
                        Sight.NONE.answered(standing, Instant.now()),
                        (before, _) -> before.answered(standing, Instant.now())))
                .onFailure(UpstreamTrouble.class)
                .invoke(trouble ->
                        sights.merge(source.name(), Sight.NONE.failed(trouble), (before, _) -> before.failed(trouble)));
    }

    /** Looks at it, and wakes it when that is due. */
    public Uni<Void> look(HookSource source, Optional<Choice> choice) {
        return ask(source).chain(standing -> {
            Ear ear = ears.compute(source.name(), (name, before) -> heard(name, before));
            var seen = new Seen(standing.state() == State.OURS, standing.blocked(), choice);
            Wake wake = source.blocks() ? ear.wake(seen, grace, Instant.now()) : Wake.NOBODY;
            return switch (wake) {
                case NOBODY -> Uni.createFrom().voidItem();
                case OURS -> wake(source);
                case EVERYBODY -> wakeHidden(source);
            };
        });
    }

    /**
     * Hooks came from there, so that there is a connection to us which we do not recognise, such as one through a proxy. Tried once, whatever comes
     * of it.
     */
    private Uni<Void> wakeHidden(HookSource source) {
        return hooks.lastKept()
                .chain(last -> last.containsKey(source.name())
                        ? woken(source, source.testAll())
                                .onFailure(UpstreamTrouble.class)
                                .invoke(() -> tried(source.name()))
                        : Uni.createFrom().voidItem());
    }

    private void tried(String name) {
        ears.compute(name, (_, ear) -> heard(name, ear).woken(Instant.now(), grace));
    }

    /** Lets it send a Test, which ends a block. */
    public Uni<Void> wake(HookSource source) {
        return woken(source, source.test());
    }

    private Uni<Void> woken(HookSource source, Uni<Void> test) {
        String name = source.name();
        return test.invoke(() -> {
                    Instant now = Instant.now();
                    LOGGER.infof("hooks.woken instance=%s", name);
                    ears.compute(name, (_, ear) -> heard(name, ear).woken(now, grace));
                    sights.merge(name, Sight.NONE.woken(now), (before, _) -> before.woken(now));
                })
                .onFailure(UpstreamTrouble.class)
                .invoke(trouble -> {
                    LOGGER.warnf("hooks.deaf instance=%s cause=%s", name, trouble);
                    ears.compute(name, (_, ear) -> heard(name, ear).deaf(Instant.now(), grace));
                    sights.merge(name, Sight.NONE.failed(trouble), (before, _) -> before.failed(trouble));
                });
    }

    private Ear heard(String instance, Ear ear) {
        Instant last = hooks.last().getOrDefault(instance, Instant.EPOCH);
        return (ear == null ? Ear.NEW : ear).heard(last);
    }
}
