package conveyarr.flow;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Works through a list one by one: the next item begins when the last is done. */
public final class InOrder {
    private static final Logger LOGGER = Logger.getLogger(InOrder.class);

    private InOrder() {}

    /** An item that can never be handled is logged and passed over; trouble that passes ends the round, and the next one tries again. */
    public static <T> Uni<Void> eachPossible(List<T> items, Function<? super T, ? extends Uni<? extends Void>> step) {
        return each(items, item -> Uni.createFrom()
                .<Void>deferred(() -> step.apply(item).replaceWithVoid())
                .onFailure(Trouble::isPermanent)
                .recoverWithUni(failure -> {
                    LOGGER.errorf(
                            failure, "item.passed over kind=%s", item.getClass().getSimpleName());
                    return Uni.createFrom().voidItem();
                }));
    }

    /** The first failure ends it. */
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
