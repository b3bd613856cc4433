package conveyarr.library;

import static conveyarr.library.LibraryItemLifeTest.NOON;
import static conveyarr.library.LibraryItemLifeTest.at;
import static conveyarr.library.Story.withServers;
import static java.time.Duration.ofMinutes;

import conveyarr.events.Episodes;
import conveyarr.events.LibraryEvent.FileImported;
import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.library.core.Call.Scan;
import conveyarr.library.core.LibraryItem.Available;
import conveyarr.library.core.LibraryItem.Waiting;
import conveyarr.library.core.Signal.File;
import conveyarr.library.core.Signal.Imported;
import conveyarr.library.core.Signal.Listed;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A series has many files; people are told once that it is there, and not again when one gets better. */
class SeriesItemTest {
    private static final MediaId SHOW = MediaId.series(81189);
    private static final String FOLDER = "/tv/Show/Season 01";

    @Test
    void the_files_of_a_season_are_told_with_their_episodes_and_it_becomes_available_once() {
        withServers("jellyfin")
                .when(imported(0, 1, false))
                .then(Waiting.class, told(1, false), scan(0, 1))
                .when(imported(1, 2, false))
                .then(Waiting.class, told(2, false), scan(1, 2))
                .when(listed(2))
                .then(Available.class, new MediaBecameAvailable(SHOW, Optional.of("jellyfin"), Optional.of("i1")));
    }

    @Test
    void a_better_file_is_told_and_scanned_for_and_nobody_hears_available_again() {
        withServers("jellyfin")
                .given(imported(0, 1, false), listed(1))
                .when(imported(60, 9, true))
                .then(Available.class, told(9, true), scan(60, 9))
                .when(listed(61))
                .then(Available.class);
    }

    private static Imported imported(int minute, int file, boolean upgrade) {
        var what = new File(file, FOLDER + "/" + file + ".mkv", 1000, Optional.empty(), upgrade, episode(file));
        return new Imported(at(minute, Via.HOOK, file), SHOW, "Show", Optional.of("D1"), what);
    }

    private static FileImported told(int file, boolean upgrade) {
        String path = FOLDER + "/" + file + ".mkv";
        return new FileImported(
                SHOW, "radarr", file, path, 1000, Optional.empty(), Optional.of("D1"), upgrade, episode(file));
    }

    private static Optional<Episodes> episode(int number) {
        return Episodes.of(List.of(new Episodes.Number(1, number)));
    }

    private static Scan scan(int minute, long file) {
        return new Scan(SHOW, "jellyfin", FOLDER, at(minute, Via.HOOK, file).id(), 1);
    }

    private static Listed listed(int minute) {
        var look = Occurrence.at(NOON.plus(ofMinutes(minute)), Via.POLL, "jellyfin", NaturalKey.of("look", minute));
        return new Listed(look, SHOW, "i1");
    }
}
