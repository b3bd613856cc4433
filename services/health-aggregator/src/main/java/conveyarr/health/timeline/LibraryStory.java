package conveyarr.health.timeline;

import conveyarr.events.LibraryEvent;
import conveyarr.events.LibraryEvent.*;
import java.util.Optional;

/** What is told of a library item. */
final class LibraryStory {
    private LibraryStory() {}

    static String text(LibraryEvent event) {
        return switch (event) {
            case FileImported e -> imported(e);
            case ScanRequested e -> e.server() + " was asked to look at its files";
            case MediaBecameAvailable e -> available(e);
            case LibraryOverdue e -> e.words() + Parts.text(e.episodes());
            case FileRenamed e -> e.instance() + " gave the file another name: " + name(e.path());
            case FileDeleted e ->
                e.instance()
                        + deleted(e.reason())
                        + Parts.text(e.episodes())
                        + (e.nothingLeft() ? "; none is left" : "");
            case FirstEpisodeAvailable e ->
                "The first of the series can be watched" + Parts.text(Optional.of(e.episodes()));
            case SeasonCompleted e ->
                "Season %d is complete: all %d episodes can be watched".formatted(e.season(), e.aired());
            case SeriesCompleted e ->
                "All %d episodes aired so far can be watched%s"
                        .formatted(e.aired(), e.ended() ? ", and the series has ended" : "");
            case SeriesCaughtUp _ -> "Everything that was aired and is wanted can be watched";
        };
    }

    private static String imported(FileImported e) {
        return e.instance()
                + (e.upgrade() ? " put a better file into the library" : " put it into the library")
                + Parts.text(e.episodes())
                + e.quality().map(quality -> ": " + quality).orElse("")
                + Words.size(e.bytes());
    }

    private static String available(MediaBecameAvailable e) {
        return e.server()
                .map(server -> server + lists(e))
                .orElse("In the library" + Parts.text(e.episodes()) + "; no media server is set up to confirm it");
    }

    /** One word of an older service is that the series is listed, without its episodes. */
    private static String lists(MediaBecameAvailable event) {
        boolean whole =
                event.about().kind().equals("series") && event.episodes().isEmpty();
        return whole ? " lists the series" : " lists it" + Parts.text(event.episodes()) + ": ready to watch";
    }

    private static String deleted(String reason) {
        return switch (reason) {
            case "upgrade" -> " removed the file that a better one replaced";
            case "by-hand" -> " removed a file because somebody asked for it";
            case "missing" -> " found a file gone";
            default -> " removed a file: " + reason;
        };
    }

    /** The last part of a path, whichever slash the *arr's system uses. */
    private static String name(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
