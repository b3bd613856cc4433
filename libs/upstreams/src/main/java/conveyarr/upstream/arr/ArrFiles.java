package conveyarr.upstream.arr;

import static conveyarr.upstream.HookJson.need;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.events.NaturalKey;
import conveyarr.events.Trace;
import conveyarr.upstream.ArrKeys;
import conveyarr.upstream.Sighting;
import conveyarr.upstream.Sighting.AtArr;
import conveyarr.upstream.Sighting.FileMoved;
import conveyarr.upstream.Sighting.FileRemoved;
import conveyarr.upstream.Sighting.RemovedFile;
import conveyarr.upstream.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads what became of files: gone, or under another name. A hook has the file's number and the history has not: both have its path. */
final class ArrFiles {
    private ArrFiles() {}

    static NaturalKey deletion(Row row) {
        return ArrKeys.deleted(row.sourceTitle() == null ? "" : row.sourceTitle());
    }

    static NaturalKey renaming(Row row) {
        return ArrKeys.renamed(
                String.valueOf(row.data().sourcePath()),
                String.valueOf(row.data().path()));
    }

    /** The title of such a row is the whole path. */
    static Optional<AtArr> removed(Trace trace, Row row, Work work) {
        return Optional.ofNullable(row.sourceTitle())
                .map(path -> new FileRemoved(
                        trace,
                        work.media(),
                        new RemovedFile(path, reason(row.data().reason()), work.episodes())));
    }

    static Optional<AtArr> moved(Trace trace, Row row, Work work) {
        return row.data().sourcePath() == null || row.data().path() == null
                ? Optional.empty()
                : Optional.of(new FileMoved(
                        trace, work.media(), row.data().sourcePath(), row.data().path()));
    }

    static List<Sighting> removed(ArrHooks.Hook hook, Work work) {
        JsonNode file = hook.json().path(hook.dialect().deletedFile());
        String path = need(file.path("path").textValue(), "path");
        var what = new RemovedFile(path, reason(hook.json().path("deleteReason").textValue()), work.episodes());
        return List.of(new FileRemoved(hook.trace(ArrKeys.deleted(path)), work.media(), what));
    }

    static List<Sighting> moved(ArrHooks.Hook hook, Work work) {
        JsonNode files = hook.json().path(hook.dialect().renamedFiles());
        return StreamSupport.stream(files.spliterator(), false)
                .<Sighting>map(file -> moved(hook, work, file))
                .toList();
    }

    private static FileMoved moved(ArrHooks.Hook hook, Work work, JsonNode file) {
        String from = need(file.path("previousPath").textValue(), "previous path");
        String path = need(file.path("path").textValue(), "path");
        return new FileMoved(hook.trace(ArrKeys.renamed(from, path)), work.media(), from, path);
    }

    /** {@code Manual} and {@code manual}, {@code MissingFromDisk} and {@code missingFromDisk}: the history and the hook differ in capitals. */
    private static String reason(String word) {
        return switch (word == null ? "" : word.toLowerCase(Locale.ROOT)) {
            case "upgrade" -> "upgrade";
            case "manual", "manualoverride" -> "by-hand";
            case "missingfromdisk" -> "missing";
            case "" -> "no reason given";
            default -> Words.name(word);
        };
    }
}
