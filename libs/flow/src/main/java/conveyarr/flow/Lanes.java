package conveyarr.flow;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Works through a list in lanes: items that share one are done one after the other, in their order, and others at the same time. */
final class Lanes {
    private static final int AT_ONCE = 6;

    private Lanes() {}

    /** The first failure ends it. */
    static <T> Uni<Void> each(List<T> items, Function<T, Set<String>> lanes, Function<T, Uni<Void>> work) {
        var places = new Places();
        var last = new HashMap<String, Uni<Void>>();
        var all = new ArrayList<Uni<Void>>();
        for (T item : items) {
            Set<String> own = lanes.apply(item);
            var before = own.stream()
                    .map(last::get)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            Uni<Void> done = all(before)
                    .chain(() -> places.take())
                    .chain(() -> work.apply(item).onTermination().invoke(places::letGo))
                    .memoize()
                    .indefinitely();
            own.forEach(lane -> last.put(lane, done));
            all.add(done);
        }
        return all(all);
    }

    private static Uni<Void> all(List<Uni<Void>> unis) {
        return unis.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(unis).andFailFast().replaceWithVoid();
    }

    /** For what is worked on; what waits for another of its lane takes none. */
    private static final class Places {
        private final Deque<UniEmitter<? super Void>> waiting = new ArrayDeque<>();
        private int free = AT_ONCE;

        Uni<Void> take() {
            return Uni.createFrom().emitter(this::take);
        }

        private void take(UniEmitter<? super Void> next) {
            synchronized (this) {
                if (free == 0) {
                    waiting.add(next);
                    return;
                }
                free--;
            }
            next.complete(null);
        }

        void letGo() {
            UniEmitter<? super Void> next;
            synchronized (this) {
                next = waiting.poll();
                free += next == null ? 1 : 0;
            }
            if (next != null) {
                next.complete(null);
            }
        }
    }
}
