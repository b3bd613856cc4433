package conveyarr.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.acquisition.core.Acquisition;
import conveyarr.acquisition.core.Pursuit;
import conveyarr.acquisition.core.Signal;
import conveyarr.events.DomainEvent;
import conveyarr.flow.Effect;
import conveyarr.flow.Effect.Publish;
import conveyarr.flow.wire.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Lets a test read as a story. Every state goes through JSON, as in the table; a told event is told once, as in the outbox. */
final class Story {
    private final Pursuit pursuit = new Pursuit();
    private final Map<UUID, DomainEvent> told = new LinkedHashMap<>();
    private Acquisition state = new Acquisition.Unknown();
    private List<Effect> effects = List.of();

    static Story ofATitle() {
        return new Story();
    }

    Story given(Signal... past) {
        for (Signal signal : past) {
            when(signal);
        }
        return this;
    }

    Story when(Signal signal) {
        var next = pursuit.on(state, signal);
        state = Json.read(Json.write(next.state()), next.state().getClass());
        assertThat(state).isEqualTo(next.state());
        effects = next.effects();
        effects.forEach(effect -> {
            var publish = (Publish) effect;
            told.putIfAbsent(publish.occurrence().id(), publish.event());
        });
        return this;
    }

    Story then(Class<? extends Acquisition> expected, DomainEvent... events) {
        assertThat(state).isInstanceOf(expected);
        assertThat(effects).extracting(effect -> ((Publish) effect).event()).containsExactly(events);
        return this;
    }

    Map<UUID, DomainEvent> told() {
        return told;
    }

    Acquisition state() {
        return state;
    }
}
