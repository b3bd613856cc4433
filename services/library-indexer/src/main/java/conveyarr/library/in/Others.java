package conveyarr.library.in;

import conveyarr.library.core.Held;
import conveyarr.library.core.LibraryItem.Waiting;
import conveyarr.library.core.Part;
import conveyarr.library.core.TitleFiles;
import conveyarr.upstream.PathMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a title that other *arr have than the one whose file is waited for, such as the one in HD beside 4K. A media server gives all of
 * them the same id. Paths are as the server sees them.
 */
record Others(List<String> files, PathMap paths) {
    /** What is waited for since before anything of the title could be watched is any of them. */
    static Others of(Waiting waiting, Optional<TitleFiles> index, PathMap paths) {
        var held = waiting.shelf().files();
        var known = Stream.concat(
                held.stream().map(one -> new TitleFile(one.instance(), one.path())),
                index.stream()
                        .flatMap(title -> title.files().stream())
                        .map(one -> new TitleFile(one.instance(), one.path())));
        return new Others(
                known.filter(one -> !isWaitedFor(waiting, held, one.instance()))
                        .map(one -> paths.of(one.path()))
                        .distinct()
                        .toList(),
                paths);
    }

    private record TitleFile(String instance, String path) {}

    private static boolean isWaitedFor(Waiting waiting, List<Held> held, String instance) {
        boolean newest = waiting.imported().source().equals(instance);
        return newest
                || waiting.life()
                        .again()
                        .map(began -> began.source().equals(instance))
                        .orElseGet(() ->
                                held.stream().anyMatch(one -> one.instance().equals(instance)));
    }

    /** Whether all that a server shows are files of others; of files that nobody knows, nothing is concluded. */
    boolean areAll(List<String> shown, Part part) {
        String wanted = paths.of(part.file());
        return !shown.isEmpty()
                && !shown.contains(wanted)
                && shown.stream().allMatch(file -> files.stream().anyMatch(one -> isOf(one, file, wanted)));
    }

    /** The file itself, or one that took its place in its folder, unless the folder is the same for both. */
    private static boolean isOf(String other, String shown, String wanted) {
        String folder = Part.folder(other);
        boolean shared = PathMap.isWithin(folder, wanted) || PathMap.isWithin(Part.folder(wanted), other);
        return shown.equals(other) || !shared && PathMap.isWithin(folder, shown);
    }
}
