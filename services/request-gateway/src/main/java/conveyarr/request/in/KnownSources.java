package conveyarr.request.in;

import conveyarr.request.HookKeys;
import conveyarr.request.HookSetup;
import conveyarr.request.core.Choice;
import conveyarr.upstream.HookSource;
import conveyarr.upstream.Marks;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The programs whose hooks we can set up, with what our hook in them is known by, and what the owner chose for each. */
@Singleton
class KnownSources {
    private final Upstreams upstreams;
    private final HookKeys keys;
    private final HookSetup setup;
    private final OwnAddresses addresses;

    KnownSources(Upstreams upstreams, HookKeys keys, HookSetup setup, OwnAddresses addresses) {
        this.upstreams = upstreams;
        this.keys = keys;
        this.setup = setup;
        this.addresses = addresses;
    }

    record Known(HookSource source, Marks marks, Optional<Choice> choice) {}

    /** Fails when the database is away: without the address that it holds, our hook may look like somebody else's. */
    Uni<List<Known>> all() {
        return setup.choices().map(choices -> upstreams.hookSources().stream()
                .map(source -> known(source, choices))
                .toList());
    }

    Uni<Optional<Known>> of(String instance) {
        return all().map(all -> all.stream()
                .filter(known -> known.source().name().equals(instance))
                .findFirst());
    }

    private Known known(HookSource source, Map<String, Choice> choices) {
        Optional<Choice> choice = Optional.ofNullable(choices.get(source.name()));
        var ours = new HashSet<>(addresses.own(source.name()));
        choice.flatMap(Choice::address).ifPresent(ours::add);
        var marks = new Marks(keys.allOf(source.name()), ours);
        return new Known(source.knowing(marks), marks, choice);
    }
}
