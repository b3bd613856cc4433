package conveyarr.flow.state;

import conveyarr.flow.Effect;
import conveyarr.flow.state.Bulk.Input;
import conveyarr.flow.state.Bulk.Received;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The decisions of one transaction: later ones see what earlier ones left. */
final class Round<S> {
    private final Map<String, S> before;
    private final Set<Received> fresh;
    private final Function<String, S> unknown;
    private final Map<String, S> states = new LinkedHashMap<>();
    private final List<Told> told = new ArrayList<>();

    /** An effect of the input {@code cause}. */
    record Told(UUID cause, Effect effect) {}

    /** {@code before} are the states of those that are known, {@code fresh} the inputs that come for the first time. */
    Round(Map<String, S> before, Set<Received> fresh, Function<String, S> unknown) {
        this.before = before;
        this.fresh = new HashSet<>(fresh);
        this.unknown = unknown;
    }

    /** The state after it. */
    S take(Input<S> input) {
        S state = states.containsKey(input.id()) ? states.get(input.id()) : known(input.id());
        if (input.once() && !fresh.remove(input.received())) {
            return state;
        }
        var next = input.decide().apply(state);
        states.put(input.id(), next.state());
        Handler.told(input.cause(), next.effects())
                .forEach(effect -> told.add(new Told(input.cause().id(), effect)));
        return next.state();
    }

    private S known(String id) {
        S state = before.get(id);
        return state == null ? unknown.apply(id) : state;
    }

    /** The states that have to be written, in the order in which they came up. */
    Map<String, S> changed() {
        var changed = new LinkedHashMap<>(states);
        changed.entrySet().removeIf(one -> one.getValue().equals(before.get(one.getKey())));
        return changed;
    }

    List<Told> told() {
        return told;
    }
}
