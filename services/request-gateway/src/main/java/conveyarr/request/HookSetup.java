package conveyarr.request;

import conveyarr.request.core.Choice;
import conveyarr.request.core.Choice.Mode;
import conveyarr.request.core.Copies;
import conveyarr.request.core.Forwarding;
import conveyarr.request.out.ConnectionRows;
import conveyarr.request.out.CopyRows;
import conveyarr.upstream.HookSource;
import conveyarr.upstream.HookSource.Address;
import conveyarr.upstream.HookSource.Foreign;
import conveyarr.upstream.UpstreamTrouble;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sets up the hooks of a program through its own API, with proof: its own Test has to arrive at our door. */
@Singleton
public class HookSetup {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final int LOOKS = 20;

    private final Hooks hooks;
    private final HookKeys keys;
    private final ConnectionRows choices;
    private final CopyRows copies;

    /** Which address it reaches us at, and whether its Test was seen at our door. */
    public record Installed(URI via, boolean arrived) {}

    HookSetup(Hooks hooks, HookKeys keys, ConnectionRows choices, CopyRows copies) {
        this.hooks = hooks;
        this.keys = keys;
        this.choices = choices;
        this.copies = copies;
    }

    public Uni<Map<String, Choice>> choices() {
        return choices.all();
    }

    public Uni<Map<String, Copies>> copies() {
        return copies.all();
    }

    /** Fails with the last {@link UpstreamTrouble} when the program reaches us at none of these addresses. */
    public Uni<Installed> install(HookSource source, List<URI> candidates) {
        return firstReached(source, candidates).chain(to -> choices.of(source.name())
                .map(before -> before.flatMap(Choice::forwarding))
                .chain(forwarding -> install(source, to, forwarding)));
    }

    /** The copies are asked for before the hook is replaced, so that none is missed. */
    public Uni<Installed> replaceAndForward(HookSource source, Foreign there, List<URI> candidates) {
        var forwarding =
                new Forwarding(there.url().orElseThrow(), there.authorization(), there.types(), there.previous());
        return firstReached(source, candidates).chain(to -> install(source, to, Optional.of(forwarding)));
    }

    private Uni<Installed> install(HookSource source, Address to, Optional<Forwarding> forwarding) {
        Instant start = Instant.now();
        Mode mode = forwarding.isPresent() ? Mode.REPLACE_AND_FORWARD : Mode.INSTALL;
        return choices.choose(source.name(), new Choice(mode, forwarding, Optional.of(to.url())))
                .chain(() -> source.install(to))
                .chain(source::test)
                .chain(() -> arrived(source.name(), start, LOOKS))
                .map(arrived -> new Installed(to.url(), arrived));
    }

    /** As {@link #remove}, and the owner wants no other hook of ours. */
    public Uni<Void> pollingOnly(HookSource source) {
        return previous(source)
                .chain(source::remove)
                .chain(() -> choices.choose(source.name(), Choice.without(Mode.POLLING_ONLY)));
    }

    /** Takes our hook out, and puts back what was there before us. */
    public Uni<Void> remove(HookSource source) {
        return previous(source)
                .chain(source::remove)
                .chain(() -> choices.choose(source.name(), Choice.without(Mode.REMOVED)));
    }

    private Uni<Optional<String>> previous(HookSource source) {
        return choices.of(source.name())
                .map(choice -> choice.flatMap(Choice::forwarding).map(Forwarding::previous));
    }

    /** Whether a hook of this instance came in since then, at this process or another one. */
    public Uni<Boolean> arrived(String instance, Instant since) {
        return arrived(instance, since, LOOKS);
    }

    private Uni<Boolean> arrived(String instance, Instant since, int looks) {
        return hooks.lastKept()
                .onFailure()
                .recoverWithItem(_ -> hooks.last())
                .map(last -> !last.getOrDefault(instance, Instant.EPOCH).isBefore(since.minusMillis(1)))
                .chain(seen -> seen || looks == 0
                        ? Uni.createFrom().item(seen)
                        : Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(BETWEEN_LOOKS)
                                .chain(() -> arrived(instance, since, looks - 1)));
    }

    private Uni<Address> firstReached(HookSource source, List<URI> candidates) {
        if (candidates.isEmpty()) {
            return Uni.createFrom().failure(new Nonsense("there is no address to try"));
        }
        Address first = new Address(candidates.getFirst(), keys.of(source.name()));
        List<URI> others = candidates.subList(1, candidates.size());
        Uni<Address> tried = source.tryOut(first).replaceWith(first);
        return others.isEmpty()
                ? tried
                : tried.onFailure(failure -> failure instanceof UpstreamTrouble && !isItsOwn(failure))
                        .recoverWithUni(() -> firstReached(source, others));
    }

    /** A program that does not take our key will not take it with another address. */
    private static boolean isItsOwn(Throwable failure) {
        return failure instanceof UpstreamTrouble.Refused;
    }
}
