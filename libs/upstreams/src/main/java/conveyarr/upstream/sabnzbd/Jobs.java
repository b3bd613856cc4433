package conveyarr.upstream.sabnzbd;

import conveyarr.upstream.DownloadClient.Transfer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Queue and history as one. A job on its way from the one to the other is in neither for a moment, so it is kept for two looks. */
final class Jobs {
    private static final int LOOKS = 2;

    private Map<String, Transfer> last = Map.of();
    private final Map<String, Integer> missed = new HashMap<>();

    /** {@code queue} was read before {@code history}, so what is in both has moved on. */
    List<Transfer> seen(List<Transfer> queue, List<Transfer> history) {
        var now = new LinkedHashMap<String, Transfer>();
        queue.forEach(job -> now.put(job.hash(), job));
        history.forEach(job -> now.put(job.hash(), job));
        missed.keySet().removeAll(now.keySet());
        last.forEach((id, job) -> {
            if (!now.containsKey(id) && missed.merge(id, 1, Integer::sum) <= LOOKS) {
                now.put(id, job);
            }
        });
        missed.keySet().retainAll(now.keySet());
        last = now;
        return List.copyOf(now.values());
    }

    /** It was removed on purpose. */
    void forget(String id) {
        var others = new LinkedHashMap<>(last);
        others.remove(id);
        last = others;
    }
}
