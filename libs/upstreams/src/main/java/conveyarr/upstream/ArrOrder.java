package conveyarr.upstream;

import conveyarr.events.Episodes;
import conveyarr.events.MediaId;
import java.util.Optional;

/**
 * What an *arr can be told to do, for a title that it lists and, where a download is named, for a row of its queue that has both that download
 * and that title. Each may be told twice without harm: what is gone already is not there, and a command that waits or runs is not begun again.
 */
public sealed interface ArrOrder {

    /** Takes the download from the queue and, with its data, from the client; {@code searchAgain} leaves the next search to the *arr. */
    record Remove(MediaId media, String download, boolean blocklist, boolean searchAgain) implements ArrOrder {}

    /** Looks for a release; of a series, for these parts alone when some are named. */
    record Search(MediaId media, Optional<Episodes> parts) implements ArrOrder {}

    /** Looks anew at the folder of the title. */
    record Rescan(MediaId media) implements ArrOrder {}

    /** Imports what it refused to import by itself, as a person does with "manual import". */
    record ForceImport(MediaId media, String download) implements ArrOrder {}

    /** Looks anew at its download clients, rather than within the minute. */
    record LookAtDownloads() implements ArrOrder {}
}
