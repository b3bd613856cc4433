package conveyarr.upstream;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * One call at a time: whoever asks while it runs shares its answer. Each gets it on the Vert.x context that it asked from, since a database
 * session, for one, lives there.
 */
public final class Shared<T> {
    private Uni<T> running;

    /** The running call, or a new one. */
    public Uni<T> orElse(Supplier<Uni<T>> call) {
        return Uni.createFrom().deferred(() -> onThisContext(runningOr(call)));
    }

    private synchronized Uni<T> runningOr(Supplier<Uni<T>> call) {
        if (running == null) {
            running = call.get().onTermination().invoke(this::ended).memoize().indefinitely();
        }
        return running;
    }

    private synchronized void ended() {
        running = null;
    }

    private static <T> Uni<T> onThisContext(Uni<T> answer) {
        Context here = Vertx.currentContext();
        return here == null ? answer : answer.emitOn(task -> here.runOnContext(_ -> task.run()));
    }
}
