package conveyarr.upstream;

import conveyarr.events.DownloadId;
import conveyarr.events.NaturalKey;
import java.util.Optional;

/**
 * What makes two sightings in an *arr the same: only what its hook and its history both carry. {@code title} is the *arr's own number of the
 * movie, series, album or book. The last field of a grab and of what becomes of it counts the times that the same release was grabbed: it is 1
 * here, and whoever remembers the times before says which it is ({@link conveyarr.events.Trace#occurrence(int)}).
 */
public final class ArrKeys {
    private static final int FIRST = 1;
    private static final int LONGEST_DOWNLOAD_ID = 200;

    private ArrKeys() {}

    public static NaturalKey grab(String download, long title, String release) {
        return NaturalKey.of("grab", download, title, release, FIRST);
    }

    public static NaturalKey imported(long file) {
        return NaturalKey.of("import", file);
    }

    public static NaturalKey deleted(String path) {
        return NaturalKey.of("filedel", path);
    }

    public static NaturalKey renamed(String from, String path) {
        return NaturalKey.of("rename", from, path);
    }

    public static NaturalKey failed(String download) {
        return NaturalKey.of("failed", download, FIRST);
    }

    /** Of one of several titles in one download, such as the albums of a discography. */
    public static NaturalKey failed(String download, long title) {
        return NaturalKey.of("failed", download, title, FIRST);
    }

    public static NaturalKey ignored(String download) {
        return NaturalKey.of("ignored", download, FIRST);
    }

    public static NaturalKey ignored(String download, long title) {
        return NaturalKey.of("ignored", download, title, FIRST);
    }

    public static NaturalKey blocked(String download) {
        return NaturalKey.of("blocked", download, FIRST);
    }

    public static NaturalKey blocked(String download, long title) {
        return NaturalKey.of("blocked", download, title, FIRST);
    }

    public static NaturalKey added(long title) {
        return NaturalKey.of("added", title);
    }

    /** A number is never given twice, so that each removal has its own. */
    public static NaturalKey removed(long title) {
        return NaturalKey.of("deleted", title);
    }

    /** The *arr's own number of the title in the key of {@link #added}, {@link #removed} or {@link #grab}. */
    public static long title(NaturalKey key) {
        return Long.parseLong(key.fields().get(key.kind().equals("grab") ? 1 : 0));
    }

    /** The hook has no number and no time of the complaint: the same words once more are the same complaint. */
    public static NaturalKey complained(String check, String level, String words) {
        return NaturalKey.of("health", check, level, words);
    }

    public static NaturalKey recovered(String check, String level, String words) {
        return NaturalKey.of("health-restored", check, level, words);
    }

    public static NaturalKey updated(String version) {
        return NaturalKey.of("version", version);
    }

    /** A grab at Prowlarr, by the program that asked for it: its hook and its history have no more in common. */
    public static NaturalKey searched(String release, String program) {
        return NaturalKey.of("indexer-grab", release, program);
    }

    /** The download in its one spelling; a client that gives no id (blackhole, some Usenet) leaves only the release to name it by. */
    public static String download(String downloadId, String release) {
        return download(downloadId).orElseGet(() -> "t:" + Words.name(HookJson.need(release, "release title")));
    }

    /** The download in its one spelling; what is longer than any id of a client is none. */
    public static Optional<String> download(String downloadId) {
        return Optional.ofNullable(downloadId)
                .filter(id -> !id.isBlank() && id.length() <= LONGEST_DOWNLOAD_ID)
                .map(DownloadId::normal);
    }
}
