package conveyarr.simulator.jellyfin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Jellyfin's state: the items of its library, and the paths that wait for the debounce to end. */
final class Shelf {
    /** One movie in the library. */
    record Item(String id, String name, String path, int tmdbId, String imdbId, Instant created) {}

    /** One series, with the files of its episodes; their names say which they are. */
    record Show(String id, String name, String path, int tvdbId, Instant created, List<String> files) {}

    List<Item> items = new ArrayList<>();
    List<Show> shows = new ArrayList<>();
    /** Reported path to the moment when it will be looked at; every further report starts the wait anew. */
    Map<String, Instant> waiting = new LinkedHashMap<>();
    /** TMDB ids that never get listed: told by a test. */
    Set<Integer> never = new LinkedHashSet<>();

    boolean behindLogin;

    List<String> due(Instant now) {
        return waiting.entrySet().stream()
                .filter(e -> !e.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean lists(int tmdbId) {
        return items.stream().anyMatch(i -> i.tmdbId() == tmdbId);
    }

    Optional<Show> show(int tvdbId) {
        return shows.stream().filter(one -> one.tvdbId() == tvdbId).findFirst();
    }
}
