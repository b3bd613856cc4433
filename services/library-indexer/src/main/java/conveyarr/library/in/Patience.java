package conveyarr.library.in;

import conveyarr.events.MediaId;
import conveyarr.library.core.LibraryItem.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says which items to look for now: a fresh one at every look, one that waits for long ever more rarely, so that a title that a server never
 * shows costs little. Lost at a restart, which only means one look more.
 */
final class Patience {
    /** An item that has waited an hour is looked for every 2 to 3 minutes. */
    private static final int LOOKS_PER_AGE = 24;

    private static final Duration LONGEST = Duration.ofHours(1);
    private final Map<String, Instant> lastLook = new ConcurrentHashMap<>();

    boolean isDue(String server, Map.Entry<MediaId, Waiting> item, Instant now) {
        Instant last = lastLook.get(key(server, item.getKey()));
        var age = Duration.between(item.getValue().imported().at(), now).dividedBy(LOOKS_PER_AGE);
        var pause = age.compareTo(LONGEST) < 0 ? age : LONGEST;
        return last == null || !last.plus(pause).isAfter(now);
    }

    void looked(String server, MediaId media, Instant now) {
        lastLook.put(key(server, media), now);
    }

    /** Drops what nobody waits for any more. */
    void keep(String server, Set<MediaId> waiting) {
        lastLook.keySet()
                .removeIf(key -> key.startsWith(server + "|")
                        && !waiting.contains(new MediaId(key.substring(server.length() + 1))));
    }

    private static String key(String server, MediaId media) {
        return server + "|" + media;
    }
}
