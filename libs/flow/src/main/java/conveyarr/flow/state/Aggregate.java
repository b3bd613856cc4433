package conveyarr.flow.state;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How a service keeps one kind of aggregate: the family of its states, the state of an unknown one, a new row, and what of a state goes into
 * columns of its own.
 */
public record Aggregate<S, R extends StateRow>(
        StateJson<S> json,
        Function<String, S> unknown,
        Class<R> rowType,
        Supplier<R> newRow,
        BiConsumer<S, R> columns) {

    public static <S, R extends StateRow> Aggregate<S, R> of(
            Class<S> family, Function<String, S> unknown, Class<R> rowType, Supplier<R> newRow) {
        return new Aggregate<>(new StateJson<>(family), unknown, rowType, newRow, (_, _) -> {});
    }

    /** The same, with columns that are set whenever a state is written. */
    public Aggregate<S, R> with(BiConsumer<S, R> columns) {
        return new Aggregate<>(json, unknown, rowType, newRow, columns);
    }
}
