package conveyarr.acquisition.in;

import conveyarr.acquisition.core.Generation;
import conveyarr.acquisition.core.Signal;
import conveyarr.acquisition.core.Signal.GivenUp;
import conveyarr.acquisition.core.Signal.Listed;
import conveyarr.acquisition.core.Signal.Picked;
import conveyarr.acquisition.core.Signal.Refused;
import conveyarr.acquisition.core.Signal.Release;
import conveyarr.acquisition.core.Signal.Removed;
import conveyarr.acquisition.core.Signal.Title;
import conveyarr.events.Trace;
import conveyarr.upstream.ArrKeys;
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

/** What was seen at an *arr, in our words. */
final class Signals {
    private Signals() {}

    static List<Signal> of(List<Sighting> sightings) {
        return sightings.stream().flatMap(sighting -> of(sighting).stream()).toList();
    }

    private static Optional<Signal> of(Sighting sighting) {
        return switch (sighting) {
            case TitleAdded s -> Optional.of(new Listed(s.occurrence(), s.media(), title(s.title(), s.trace())));
            case TitleRemoved s ->
                Optional.of(new Removed(s.occurrence(), s.media(), generation(s.trace()), s.filesDeleted()));
            case Grabbed s ->
                Optional.of(new Picked(
                        s.trace(),
                        s.media(),
                        title(s.title(), s.trace()),
                        new Release(
                                s.download(),
                                s.release().name(),
                                s.release().bytes(),
                                s.release().indexer(),
                                s.release().episodes())));
            case DownloadGivenUp s -> Optional.of(new GivenUp(s.trace(), s.media(), s.download(), s.reason()));
            case ImportRefused s -> Optional.of(new Refused(s.trace(), s.media(), s.download(), s.reasons()));
            case Imported _ -> Optional.empty(); // library-indexer tells us what was imported
            case FileRemoved _, FileMoved _ -> Optional.empty(); // library-indexer's
            case RequestSeen _ -> Optional.empty(); // request-gateway's
        };
    }

    private static Title title(Sighting.Title title, Trace trace) {
        return new Title(title.title(), title.year(), generation(trace));
    }

    private static Generation generation(Trace trace) {
        return new Generation(trace.key().epoch(), ArrKeys.title(trace.key()));
    }
}
