package conveyarr.notification.core;

import conveyarr.events.LibraryEvent;
import conveyarr.events.LibraryEvent.FileImported;
import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.LibraryEvent.ScanRequested;

/** What the events of the library are to people. */
final class LibraryConcerns {
    private LibraryConcerns() {}

    static Concern of(LibraryEvent event) {
        return switch (event) {
            case MediaBecameAvailable _ -> Concern.news(Tone.OK);
            case FileImported _, ScanRequested _ -> Concern.STEP;
        };
    }
}
