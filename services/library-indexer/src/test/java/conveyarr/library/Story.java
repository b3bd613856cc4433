package conveyarr.library;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.DomainEvent;
import conveyarr.events.Occurrence;
import conveyarr.flow.Effect;
import conveyarr.flow.Effect.Publish;
import conveyarr.flow.wire.Json;
import conveyarr.library.core.Call;
import conveyarr.library.core.Indexing;
import conveyarr.library.core.LibraryItem;
import conveyarr.library.core.Limits;
import conveyarr.library.core.Servers;
import conveyarr.library.core.Servers.Server;
import conveyarr.library.core.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Lets a test read as a story. Every state goes through JSON, as in the table; a repeated import is dropped, as by the inbox. */
final class Story {
    private final Indexing indexing;
    private final Set<UUID> inbox = new HashSet<>();
    private final Map<UUID, Publish> told = new LinkedHashMap<>();
    private final List<Call> calls = new ArrayList<>();
    private LibraryItem state = new LibraryItem.Unknown();
    private List<Effect> effects = List.of();

    private Story(List<Server> servers) {
        var limits =
                new Limits(Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofMinutes(30), Duration.ofHours(1));
        this.indexing = new Indexing(new Servers(servers), limits);
    }

    /** Each can be asked for movies, series and albums. */
    static Story withServers(String... servers) {
        return new Story(Stream.of(servers)
                .map(name -> new Server(name, Set.of("movie", "series", "album")))
                .toList());
    }

    Story given(Signal... past) {
        for (Signal signal : past) {
            when(signal);
        }
        return this;
    }

    Story when(Signal signal) {
        boolean repeated =
                switch (signal) {
                    case Signal.Imported i -> !inbox.add(i.occurrence().id());
                    case Signal.Renamed r -> !inbox.add(r.occurrence().id());
                    case Signal _ -> false;
                };
        effects = repeated ? List.of() : decided(signal);
        for (Effect effect : effects) {
            switch (effect) {
                case Publish publish -> told.putIfAbsent(publish.occurrence().id(), publish);
                case Effect call -> calls.add((Call) call);
            }
        }
        return this;
    }

    private List<Effect> decided(Signal signal) {
        var next = indexing.on(state, signal);
        state = Json.read(Json.write(next.state()), next.state().getClass());
        assertThat(state).isEqualTo(next.state());
        return next.effects();
    }

    /** Each of the expected is an event that is told or a call that is asked for. */
    Story then(Class<? extends LibraryItem> expected, Object... eventsAndCalls) {
        assertThat(state).isInstanceOf(expected);
        assertThat(effects.stream().map(e -> e instanceof Publish p ? p.event() : e))
                .containsExactly(eventsAndCalls);
        return this;
    }

    List<DomainEvent> told() {
        return told.values().stream().map(Publish::event).toList();
    }

    Map<UUID, Publish> toldById() {
        return told;
    }

    Occurrence lastTold() {
        return List.copyOf(told.values()).getLast().occurrence();
    }

    List<Call> calls() {
        return calls;
    }

    LibraryItem state() {
        return state;
    }
}
