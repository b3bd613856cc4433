package conveyarr.upstream.arr;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.events.Episodes;
import conveyarr.events.MediaId;
import conveyarr.upstream.ArrApp.ListedTitle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where one program of the family lists its titles, and what it is told, in its own words. */
public interface Verbs {
    /** The path of its titles, such as {@code movie}. */
    String shelf();

    /** What picks out one title there; empty where it can only be asked for all. */
    Map<String, String> pick(MediaId media);

    /** A title of that list; empty for one that has no id that all the world knows. */
    Optional<ListedTitle> listed(JsonNode title, Instant now);

    /** The command that searches for the whole title. */
    Map<String, Object> search(long number);

    /** The commands that search for parts of a title; {@code ids} are the program's own of its episodes. */
    default List<Map<String, Object>> search(long number, Episodes parts, Map<Episodes.Number, Long> ids) {
        return List.of(search(number));
    }

    /** Where the episodes of the title {@code number} are listed; empty for what has none. */
    default Map<String, String> episodesOf(long number) {
        return Map.of();
    }

    /** What picks out the releases for a title, or, of a series, for one season of it. */
    default Map<String, String> releasesFor(long number, Optional<Integer> season) {
        return Map.of(shelf() + "Id", String.valueOf(number));
    }

    Map<String, Object> rescan(long number);

    /** What a manual import says of a file, and where the program's own proposal has it, as a JSON pointer; a star stands for each. */
    Map<String, String> proposal();
}
