package conveyarr.notification.core;

import conveyarr.events.LibraryEvent;
import conveyarr.events.LibraryEvent.FileImported;
import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.LibraryEvent.ScanRequested;
import conveyarr.notification.core.Notification.Text;

/** What people are told of the library. */
final class LibraryTexts {
    private LibraryTexts() {}

    /** Null for an event that is not worth telling. */
    static Text of(LibraryEvent event, String name) {
        return switch (event) {
            case MediaBecameAvailable e ->
                new Text(
                        "Available: " + name,
                        e.server().map("Ready to watch in %s."::formatted).orElse("It is in the library."),
                        Tone.OK);
            case FileImported _, ScanRequested _ -> null;
        };
    }
}
