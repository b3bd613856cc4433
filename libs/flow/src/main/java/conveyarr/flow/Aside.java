package conveyarr.flow;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** Work that takes longer than the event loop has time for, such as stretching a password. What follows it is on the event loop again. */
public final class Aside {
    private Aside() {}

    public static <T> Uni<T> of(Supplier<T> work) {
        Context here = Vertx.currentContext();
        return Uni.createFrom()
                .item(work)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(task -> here.runOnContext(_ -> task.run()));
    }
}
