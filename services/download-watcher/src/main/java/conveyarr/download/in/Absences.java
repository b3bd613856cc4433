package conveyarr.download.in;

import conveyarr.download.core.Kept;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts in how many answers on end a download was missing: one answer may be short, as of a client that has just begun and still reads what
 * it has. Lost at a restart, which only means that it is counted anew.
 */
final class Absences {
    private static final int ENOUGH = 3;

    private final Map<String, Map<String, Integer>> clients = new ConcurrentHashMap<>();

    /** Those of {@code unfinished} that are gone, when {@code there} are the ids of a full answer. */
    List<Kept> gone(String client, List<Kept> unfinished, Set<String> there) {
        Map<String, Integer> before = clients.getOrDefault(client, Map.of());
        List<Kept> missing = unfinished.stream()
                .filter(kept -> !there.contains(kept.download().hash()))
                .toList();
        var now = new HashMap<String, Integer>();
        missing.forEach(kept -> now.put(kept.id(), before.getOrDefault(kept.id(), 0) + 1));
        clients.put(client, now);
        return missing.stream().filter(kept -> now.get(kept.id()) >= ENOUGH).toList();
    }
}
