package conveyarr.flow.state;

import conveyarr.flow.wire.Json;
import java.util.Arrays;
import java.util.List;

/**
 * Writes the states of one sealed family into {@link StateRow}s. The simple name of the record tells which state it is; renaming one needs
 * a migration of the service's table.
 */
public final class StateJson<S> {
    private final List<Class<? extends S>> states;

    public StateJson(Class<S> family) {
        this.states = family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses())
                        .<Class<? extends S>>map(type -> type.asSubclass(family))
                        .toList()
                : List.of(family);
    }

    public void write(S state, StateRow row) {
        row.kind = state.getClass().getSimpleName();
        row.state = Json.write(state);
    }

    /** Throws {@link IllegalStateException} when the row holds a state that this version does not know. */
    public S read(StateRow row) {
        return states.stream()
                .filter(type -> type.getSimpleName().equals(row.kind))
                .findFirst()
                .<S>map(type -> Json.read(row.state, type))
                .orElseThrow(() -> new IllegalStateException("unknown state " + row.kind + " of " + row.id));
    }
}
