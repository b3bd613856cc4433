package conveyarr.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * One round of a poll: each instance is looked at by the one process of the service whose turn it is there. Trouble at one instance is
 * logged and keeps none of the others.
 */
public final class Alone {
    private static final Logger LOGGER = Logger.getLogger(Alone.class);

    private final Flow flow;
    private final String what;

    /** {@code what} names the poll within its service, such as {@code history}. */
    public Alone(Flow flow, String what) {
        this.flow = flow;
        this.what = what;
    }

    public <T> Uni<Void> each(List<T> instances, Function<T, String> name, BiFunction<T, Turn, Uni<Void>> look) {
        return InOrder.each(instances, one -> at(name.apply(one), turn -> look.apply(one, turn)));
    }

    public Uni<Void> at(String instance, Function<Turn, Uni<Void>> look) {
        return flow.alone("poll %s %s".formatted(what, instance), look)
                .onFailure()
                .invoke(trouble -> LOGGER.warnf("poll.failed instance=%s what=%s cause=%s", instance, what, trouble))
                .onFailure()
                .recoverWithNull();
    }

    /** The turn is found out by another thread; the work needs its own Vert.x context back, as Hibernate Reactive does. */
    static Uni<Void> run(Supplier<CompletionStage<Optional<Turn>>> take, Function<Turn, Uni<Void>> work) {
        return Uni.createFrom().deferred(() -> {
            var context = Vertx.currentContext();
            return Uni.createFrom()
                    .completionStage(take)
                    .emitOn(task -> context.runOnContext(_ -> task.run()))
                    .chain(turn ->
                            turn.map(work).orElseGet(() -> Uni.createFrom().voidItem()));
        });
    }
}
