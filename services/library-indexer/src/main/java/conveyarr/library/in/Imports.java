package conveyarr.library.in;

import conveyarr.library.core.Signal;
import conveyarr.library.core.Signal.File;
import conveyarr.upstream.Sighting;
import conveyarr.upstream.Sighting.DownloadGivenUp;
import conveyarr.upstream.Sighting.Grabbed;
import conveyarr.upstream.Sighting.ImportRefused;
import conveyarr.upstream.Sighting.Imported;
import conveyarr.upstream.Sighting.RequestSeen;
import conveyarr.upstream.Sighting.TitleAdded;
import java.util.List;
import java.util.Optional;

/** What an *arr says that it imported, in our words. */
final class Imports {
    private Imports() {}

    static List<Signal.Imported> of(List<Sighting> sightings) {
        return sightings.stream().flatMap(sighting -> of(sighting).stream()).toList();
    }

    private static Optional<Signal.Imported> of(Sighting sighting) {
        return switch (sighting) {
            case Imported s -> Optional.of(imported(s));
            // How a file was got is acquisition-coordinator's, who asked for it request-gateway's.
            case TitleAdded _, Grabbed _, DownloadGivenUp _, ImportRefused _, RequestSeen _ -> Optional.empty();
        };
    }

    private static Signal.Imported imported(Imported s) {
        var f = s.file();
        var file = new File(f.id(), f.path(), f.bytes(), f.quality(), f.upgrade(), f.episodes());
        return new Signal.Imported(s.occurrence(), s.media(), s.title().title(), s.download(), file);
    }
}
