package conveyarr.upstream.arr;

import conveyarr.events.Episodes;
import conveyarr.upstream.Sighting;
import conveyarr.upstream.Sighting.AtArr;
import conveyarr.upstream.Sighting.DownloadGivenUp;
import conveyarr.upstream.Sighting.FileMoved;
import conveyarr.upstream.Sighting.FileRemoved;
import conveyarr.upstream.Sighting.Grabbed;
import conveyarr.upstream.Sighting.ImportRefused;
import conveyarr.upstream.Sighting.Imported;
import conveyarr.upstream.Sighting.ImportedFile;
import conveyarr.upstream.Sighting.Release;
import conveyarr.upstream.Sighting.RemovedFile;
import conveyarr.upstream.Sighting.TitleAdded;
import conveyarr.upstream.Sighting.TitleRemoved;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one sighting of the rows that tell one happening: a grab of a season has a row for each episode, all within moments, and so has a
 * file of two episodes. The same name once more after that is a happening of its own, but for a file: its number is never given twice.
 */
final class Gathering {
    private static final Duration ONE_MOMENT = Duration.ofSeconds(5);

    private final List<AtArr> all = new ArrayList<>();
    private final Map<Object, Group> newest = new HashMap<>();

    private record Name(Object key, Object media) {}

    private record Group(int place, Instant last) {}

    void add(AtArr sighting) {
        var name = new Name(sighting.trace().key(), sighting.media());
        Group group = newest.get(name);
        Instant at = sighting.trace().at();
        if (group != null && isOne(sighting, group.last(), at)) {
            all.set(group.place(), both(all.get(group.place()), sighting));
            newest.put(name, new Group(group.place(), at));
        } else {
            newest.put(name, new Group(all.size(), at));
            all.add(sighting);
        }
    }

    List<Sighting> sightings() {
        return List.copyOf(all);
    }

    private static boolean isOne(AtArr sighting, Instant last, Instant at) {
        return sighting instanceof Imported || Duration.between(last, at).abs().compareTo(ONE_MOMENT) <= 0;
    }

    private static AtArr both(AtArr one, AtArr other) {
        return switch (one) {
            case Grabbed g
            when other instanceof Grabbed h ->
                new Grabbed(g.trace(), g.media(), g.title(), g.download(), both(g.release(), h.release()));
            case Imported i
            when other instanceof Imported j ->
                new Imported(i.trace(), i.media(), i.title(), i.download(), both(i.file(), j.file()));
            case FileRemoved r
            when other instanceof FileRemoved q -> new FileRemoved(r.trace(), r.media(), both(r.file(), q.file()));
            case Grabbed _, Imported _, TitleAdded _, TitleRemoved _, DownloadGivenUp _, ImportRefused _ -> one;
            case FileRemoved _, FileMoved _ -> one;
        };
    }

    private static Release both(Release one, Release other) {
        return new Release(one.name(), one.bytes(), one.indexer(), Episodes.both(one.episodes(), other.episodes()));
    }

    private static RemovedFile both(RemovedFile one, RemovedFile other) {
        return new RemovedFile(one.path(), one.reason(), Episodes.both(one.episodes(), other.episodes()));
    }

    private static ImportedFile both(ImportedFile one, ImportedFile other) {
        return new ImportedFile(
                one.id(),
                one.path(),
                one.bytes(),
                one.quality(),
                one.upgrade() || other.upgrade(),
                Episodes.both(one.episodes(), other.episodes()));
    }
}
