package conveyarr.flow;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
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
        var last = new HashMap<String, Uni<Void>>();
        var all = new ArrayList<Uni<Void>>();
        for (T item : items) {
            Set<String> own = lanes.apply(item);
            var before = own.stream()
                    .map(last::get)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            Uni<Void> done =
                    after(before).chain(() -> work.apply(item)).memoize().indefinitely();
            own.forEach(lane -> last.put(lane, done));
            all.add(done);
        }
        return all(all, AT_ONCE);
    }

    private static Uni<Void> after(List<Uni<Void>> others) {
        return others.size() == 1 ? others.getFirst() : all(others, Math.max(1, others.size()));
    }

    private static Uni<Void> all(List<Uni<Void>> unis, int atOnce) {
        return unis.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(unis).usingConcurrencyOf(atOnce).andFailFast().replaceWithVoid();
    }
}
