package conveyarr.upstream.seerr;

import conveyarr.upstream.HookSource;
import conveyarr.upstream.Marks;
import conveyarr.upstream.UpstreamTrouble.Busy;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import conveyarr.upstream.UpstreamTrouble.Refused;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Sets up the one webhook that a Seerr has. It is never blocked: a hook that fails is lost, and the next one is sent. */
record SeerrSlot(String name, SeerrSlotApi api, Marks marks) implements HookSource {
    @Override
    public HookSource knowing(Marks others) {
        return new SeerrSlot(name, api, others);
    }

    @Override
    public boolean blocks() {
        return false;
    }

    @Override
    public Uni<Standing> standing() {
        return settings().map(this::standing);
    }

    private Standing standing(SlotSettings settings) {
        String url = settings.url();
        if (url.isEmpty()) {
            return new Standing(State.ABSENT, Optional.empty(), List.of(), Optional.empty(), false);
        }
        if (isOurs(settings)) {
            State state = settings.enabled() ? State.OURS : State.ABSENT;
            return new Standing(
                    state, Optional.of(url.replaceFirst("[?#].*$", "")), List.of(), Optional.empty(), false);
        }
        return new Standing(
                State.FOREIGN, Optional.empty(), List.of(HookSource.place(url)), Optional.of(foreign(settings)), false);
    }

    private Foreign foreign(SlotSettings settings) {
        List<String> types = settings.enabled() ? settings.types() : List.of();
        Optional<URI> address = settings.address();
        return new Foreign(
                address,
                settings.authorization(),
                types,
                address.isPresent() && settings.plain(),
                settings.json().toString());
    }

    private boolean isOurs(SlotSettings settings) {
        return marks.fit(settings.url(), name, settings.authorization().stream());
    }

    @Override
    public Uni<Void> tryOut(Address to) {
        return settings()
                .chain(before -> reached(
                        api.test(before.sendingTo(to).posted()), to.url().toString()));
    }

    @Override
    public Uni<Void> install(Address to) {
        return settings().chain(before -> save(before.sendingTo(to)));
    }

    @Override
    public Uni<Void> test() {
        return settings().chain(now -> reached(api.test(now.posted()), now.url().replaceFirst("[?#].*$", "")));
    }

    @Override
    public Uni<Void> testAll() {
        return test();
    }

    @Override
    public Uni<Void> remove(Optional<String> previous) {
        return settings()
                .chain(now -> isOurs(now)
                        ? save(previous.map(SlotSettings::read).orElseGet(now::silent))
                        : Uni.createFrom().voidItem());
    }

    private Uni<SlotSettings> settings() {
        return api.settings().map(SlotSettings::of);
    }

    private Uni<Void> save(SlotSettings settings) {
        return writable(api.save(settings.posted()).replaceWithVoid());
    }

    private Uni<Void> reached(Uni<?> call, String url) {
        return writable(call.replaceWithVoid())
                .onFailure(failure -> failure instanceof Nonsense || failure instanceof Busy)
                .transform(_ -> new Nonsense(name + " cannot reach " + url + ": its own test did not arrive"));
    }

    /** It gave its settings, so that it knows the key: what it refuses is the writing. */
    private Uni<Void> writable(Uni<Void> call) {
        return call.onFailure(Refused.class)
                .transform(_ -> new Refused(name + " lets us read its settings but not change them: switch off"
                        + " 'Enable CSRF Protection' in its network settings, or give us the API key of an admin"));
    }
}
