package conveyarr.upstream.arr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one program of the family calls its things. */
public interface Dialect {
    /** Its name in {@code system/status}, such as {@code Sonarr}. */
    String app();

    /** {@code v3} or {@code v1}. */
    String version();

    /** What makes history and queue bring the title itself, such as {@code includeMovie=true}. */
    Map<String, String> include();

    /** What makes the queue show what belongs to no title. */
    String unknownToo();

    /** Where a hook has the imported file or files. */
    String files();

    /** Where a hook has the file that is gone. */
    default String deletedFile() {
        return files();
    }

    /** Where a hook has the files with their previous names; the history has them too. */
    default String renamedFiles() {
        return "renamedFiles";
    }

    /** What a hook, a history row or a queue item is about; empty when it names nothing that all the world knows. */
    List<Work> works(JsonNode about);

    /** What a hook of this type says; empty for a type that this version does not know. */
    Optional<HookWord> hook(String type, JsonNode body);

    RowWord row(String eventType);

    Verbs verbs();

    /** Where the files of one title are listed; empty where a title brings its one file. */
    default Optional<FilesOf> filesOf() {
        return Optional.empty();
    }

    /** Such as {@code trackfile}, {@code by} {@code albumId}, the program's own number of the title. */
    record FilesOf(String resource, String by) {}

    /** Whether a title is made of episodes that are asked for by themselves. */
    default boolean countsEpisodes() {
        return false;
    }

    /** Whether one download may hold several titles, such as the albums of a discography. */
    default boolean holdsSeveral() {
        return false;
    }

    enum HookWord {
        ADDED,
        REMOVED,
        GRABBED,
        IMPORTED,
        REFUSED,
        DELETED,
        RENAMED,
        NOTHING_OF_OURS
    }

    enum RowWord {
        GRABBED,
        IMPORTED,
        GIVEN_UP,
        IGNORED,
        DELETED,
        RENAMED,
        NOTHING_OF_OURS
    }
}
