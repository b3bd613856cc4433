package conveyarr.flow.state;

import java.util.function.Function;
import java.util.function.Supplier;

/** How a service keeps one kind of aggregate: the family of its states, the state of an unknown one, and a new row. */
public record Aggregate<S, R extends StateRow>(
        StateJson<S> json, Function<String, S> unknown, Class<R> rowType, Supplier<R> newRow) {

    public static <S, R extends StateRow> Aggregate<S, R> of(
            Class<S> family, Function<String, S> unknown, Class<R> rowType, Supplier<R> newRow) {
        return new Aggregate<>(new StateJson<>(family), unknown, rowType, newRow);
    }
}
