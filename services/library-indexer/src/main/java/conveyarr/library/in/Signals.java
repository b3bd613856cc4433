package conveyarr.library.in;

import conveyarr.library.core.Signal.AtArr;
import conveyarr.library.core.Signal.Deleted;
import conveyarr.library.core.Signal.Emptied;
import conveyarr.library.core.Signal.File;
import conveyarr.library.core.Signal.Gone;
import conveyarr.library.core.Signal.Renamed;
import conveyarr.upstream.Sighting;
import conveyarr.upstream.Sighting.DownloadGivenUp;
import conveyarr.upstream.Sighting.FileMoved;
import conveyarr.upstream.Sighting.FileRemoved;
import conveyarr.upstream.Sighting.Grabbed;
import conveyarr.upstream.Sighting.ImportRefused;
import conveyarr.upstream.Sighting.Imported;
import conveyarr.upstream.Sighting.RequestSeen;
import conveyarr.upstream.Sighting.TitleAdded;
import conveyarr.upstream.Sighting.TitleRemoved;
import java.util.List;
import java.util.Optional;

/** What an *arr says of the files in the library, in our words. */
final class Signals {
    private Signals() {}

    static List<AtArr> of(List<Sighting> sightings) {
        return sightings.stream().flatMap(sighting -> of(sighting).stream()).toList();
    }

    private static Optional<AtArr> of(Sighting sighting) {
        return switch (sighting) {
            case Imported s -> Optional.of(imported(s));
            case FileRemoved s -> Optional.of(removed(s));
            case FileMoved s -> Optional.of(new Renamed(s.occurrence(), s.media(), s.from(), s.path()));
            // How a file was got is acquisition-coordinator's, who asked for it request-gateway's.
            case TitleRemoved s when s.filesDeleted() -> Optional.of(new Emptied(s.occurrence(), s.media()));
            case TitleRemoved _ -> Optional.empty(); // the files stay where they are
            case TitleAdded _, Grabbed _, DownloadGivenUp _, ImportRefused _, RequestSeen _ -> Optional.empty();
        };
    }

    private static AtArr imported(Imported s) {
        var f = s.file();
        var file = new File(f.id(), f.path(), f.bytes(), f.quality(), f.upgrade(), f.episodes());
        return new conveyarr.library.core.Signal.Imported(
                s.occurrence(), s.media(), s.title().title(), s.download(), file);
    }

    private static AtArr removed(FileRemoved s) {
        var file = new Gone(s.file().path(), s.file().reason(), s.file().episodes());
        return new Deleted(s.occurrence(), s.media(), file, false);
    }
}
