package conveyarr.flow;

import java.util.List;

/** A decision: the state to keep and the effects to carry out. */
public record Next<S>(S state, List<Effect> effects) {
    public static <S> Next<S> next(S state, Effect... effects) {
        return new Next<>(state, List.of(effects));
    }

    public static <S> Next<S> next(S state, List<Effect> effects) {
        return new Next<>(state, List.copyOf(effects));
    }
}
