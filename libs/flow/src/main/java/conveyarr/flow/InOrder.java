package conveyarr.flow;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/** Works through a list one by one: the next item begins when the last is done, and the first failure ends it. */
public final class InOrder {
    private InOrder() {}

    public static <T> Uni<Void> each(List<T> items, Function<? super T, ? extends Uni<? extends Void>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item -> step.apply(item))
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
