package conveyarr.health.timeline;

import conveyarr.events.LibraryEvent;
import conveyarr.events.LibraryEvent.*;

/** What is told of a library item. */
final class LibraryStory {
    private LibraryStory() {}

    static String text(LibraryEvent event) {
        return switch (event) {
            case FileImported e ->
                e.instance()
                        + (e.upgrade() ? " put a better file into the library" : " put it into the library")
                        + Parts.text(e.episodes())
                        + e.quality().map(quality -> ": " + quality).orElse("")
                        + Words.size(e.bytes());
            case ScanRequested e -> e.server() + " was asked to look at the new file";
            case MediaBecameAvailable e ->
                e.server()
                        .map(server -> server + lists(e))
                        .orElse("In the library; no media server is set up to confirm it");
        };
    }

    /** A media server is asked for the series, and not for each of its episodes. */
    private static String lists(MediaBecameAvailable event) {
        return event.about().kind().equals("series") ? " lists the series" : " lists it: ready to watch";
    }
}
