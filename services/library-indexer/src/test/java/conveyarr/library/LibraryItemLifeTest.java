package conveyarr.library;

import static conveyarr.library.Story.withServers;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.LibraryEvent.*;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.library.core.Call.Scan;
import conveyarr.library.core.LibraryItem.*;
import conveyarr.library.core.Part;
import conveyarr.library.core.Signal.*;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LibraryItemLifeTest {
    static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    static final MediaId MATRIX = MediaId.movie(603);
    static final String FOLDER = "/movies/The Matrix (1999)";
    static final UUID FILE_7 = at(0, Via.HOOK, 7).id();

    @Test
    void an_import_is_told_scanned_for_and_available_only_when_the_server_lists_it() {
        withServers("jellyfin")
                .when(imported(0, 7, false))
                .then(Waiting.class, told(7, false))
                .when(due(0))
                .then(Waiting.class)
                .when(due(1))
                .then(Waiting.class, scan("jellyfin", 1))
                .when(due(2))
                .then(Waiting.class)
                .when(asked(1, "jellyfin", 1))
                .then(Waiting.class, new ScanRequested(MATRIX, "jellyfin", FOLDER))
                .when(missing(2, "jellyfin"))
                .then(Waiting.class)
                .when(listed(3, "jellyfin"))
                .then(Available.class, new MediaBecameAvailable(MATRIX, Optional.of("jellyfin"), Optional.of("i1")))
                .when(listed(4, "jellyfin"))
                .then(Available.class);
    }

    @Test
    void without_a_media_server_the_import_is_the_proof() {
        withServers()
                .when(imported(0, 7, false))
                .then(
                        Available.class,
                        told(7, false),
                        new MediaBecameAvailable(MATRIX, Optional.empty(), Optional.empty()));
    }

    /** It is found in the library of the *arr, which sent no hook. */
    @Test
    void a_file_that_nobody_told_of_is_waited_for_and_one_in_the_place_of_another_is_a_better_one() {
        var found = imported(0, 7, false);
        var unheard = new Imported(at(0, Via.POLL, 7), MATRIX, found.title(), Optional.empty(), found.file());
        var story = withServers("jellyfin").when(unheard);
        assertThat(story.told()).singleElement().isInstanceOfSatisfying(FileImported.class, file -> {
            assertThat(file.file()).isEqualTo(7);
            assertThat(file.download()).isEmpty();
        });
        story.when(listed(3, "jellyfin"));
        var other = imported(60, 8, false);
        story.when(new Imported(at(60, Via.POLL, 8), MATRIX, other.title(), Optional.empty(), other.file()));
        assertThat(((FileImported) story.told().getLast()).upgrade()).isTrue();
        story.then(Available.class, story.told().getLast());
    }

    @Test
    void the_same_import_by_hook_and_by_history_is_one_event() {
        var story = withServers("jellyfin").given(imported(0, 7, false), byHistory(1, 7), due(2));
        assertThat(story.told()).containsExactly(told(7, false));
        assertThat(story.calls()).hasSize(1);
    }

    @Test
    void an_upgrade_is_told_and_scanned_for_but_the_title_was_available_before() {
        withServers("jellyfin")
                .given(imported(0, 7, false), listed(1, "jellyfin"))
                .when(imported(60, 8, true))
                .then(Available.class, told(8, true))
                .when(due(61))
                .then(
                        Available.class,
                        new Scan(MATRIX, "jellyfin", FOLDER, at(60, Via.HOOK, 8).id(), 1));
    }

    @Test
    void what_is_imported_again_becomes_available_again() {
        withServers("jellyfin")
                .given(imported(0, 7, false), listed(1, "jellyfin"))
                .when(imported(600, 8, false))
                .then(Waiting.class, told(8, false))
                .when(listed(601, "jellyfin"))
                .then(Available.class, new MediaBecameAvailable(MATRIX, Optional.of("jellyfin"), Optional.of("i1")))
                .when(imported(660, 9, true))
                .then(Available.class, told(9, true));
    }

    @Test
    void the_same_title_in_4k_has_an_end_of_its_own() {
        for (var servers : List.of(new String[] {"jellyfin"}, new String[] {})) {
            var story = withServers(servers)
                    .given(imported(60, 7, false), listed(61, "jellyfin"))
                    .given(in4k(30, 7), listed(62, "jellyfin"));
            assertThat(story.state()).isInstanceOf(Available.class);
            assertThat(story.told())
                    .filteredOn(MediaBecameAvailable.class::isInstance)
                    .hasSize(2);
        }
    }

    @Test
    void an_import_of_before_that_is_heard_of_late_is_covered() {
        withServers("jellyfin")
                .given(imported(60, 8, true), listed(61, "jellyfin"))
                .when(byHistory(0, 7))
                .then(Available.class, told(7, false));
    }

    @Test
    void a_server_that_took_the_scan_and_does_not_list_it_is_asked_again_ever_later() {
        withServers("jellyfin")
                .given(imported(0, 7, false), due(0), due(1), asked(0, "jellyfin", 1))
                .when(missing(1, "jellyfin"))
                .then(Waiting.class)
                .when(missing(2, "jellyfin"))
                .then(Waiting.class, scan("jellyfin", 2))
                .when(missing(9, "jellyfin"))
                .then(Waiting.class)
                .when(asked(10, "jellyfin", 2))
                .then(Waiting.class, new ScanRequested(MATRIX, "jellyfin", FOLDER))
                .when(missing(13, "jellyfin"))
                .then(Waiting.class)
                .when(missing(14, "jellyfin"))
                .then(Waiting.class, scan("jellyfin", 3));
    }

    @Test
    void every_server_is_asked_and_the_first_that_lists_it_makes_it_available() {
        withServers("plex", "jellyfin")
                .given(imported(0, 7, false))
                .when(due(1))
                .then(Waiting.class, scan("jellyfin", 1), scan("plex", 1))
                .when(listed(3, "plex"))
                .then(Available.class, new MediaBecameAvailable(MATRIX, Optional.of("plex"), Optional.of("i1")))
                .when(listed(4, "jellyfin"))
                .then(Available.class);
    }

    @Test
    void a_server_that_joins_later_is_asked_too() {
        withServers("jellyfin")
                .given(imported(0, 7, false))
                .when(missing(1, "plex"))
                .then(Waiting.class, scan("plex", 1));
    }

    @Test
    void an_old_import_that_was_listed_at_the_first_look_is_no_news_of_today() {
        var old = withServers("jellyfin").given(byHistory(0, 7), listed(600, "jellyfin"));
        assertThat(old.lastTold().at()).isEqualTo(NOON);
        var seenMissing =
                withServers("jellyfin").given(byHistory(0, 7), missing(599, "jellyfin"), listed(600, "jellyfin"));
        assertThat(seenMissing.lastTold().at()).isEqualTo(NOON.plus(ofMinutes(600)));
        var byHook = withServers("jellyfin").given(imported(0, 7, false), listed(600, "jellyfin"));
        assertThat(byHook.lastTold().at()).isEqualTo(NOON.plus(ofMinutes(600)));
    }

    @Test
    void what_was_imported_and_listed_before_we_first_looked_is_no_news() {
        var before = withServers("jellyfin").given(byHistory(0, 7).asPast(), listed(1, "jellyfin"));
        assertThat(before.lastTold().past()).isTrue();
        var seenMissing =
                withServers("jellyfin").given(byHistory(0, 7).asPast(), missing(1, "jellyfin"), listed(2, "jellyfin"));
        assertThat(seenMissing.lastTold().past()).isFalse();
        assertThat(withServers().given(byHistory(0, 7).asPast()).lastTold().past())
                .isTrue();
        assertThat(withServers().given(byHistory(0, 7)).lastTold().past()).isFalse();
    }

    @Test
    void a_path_of_windows_has_a_folder_too() {
        var file = new File(7, "D:\\Movies\\The Matrix\\a.mkv", 1, Optional.empty(), false, Optional.empty());
        var story = withServers("jellyfin")
                .given(new Imported(at(0, Via.HOOK, 7), MATRIX, "The Matrix", Optional.empty(), file), due(1));
        assertThat(story.calls()).containsExactly(new Scan(MATRIX, "jellyfin", "D:\\Movies\\The Matrix", FILE_7, 1));
    }

    static Imported imported(int minute, long file, boolean upgrade) {
        return imported(at(minute, Via.HOOK, file), file, upgrade);
    }

    static Imported in4k(int minute, long file) {
        var seen = NOON.plus(ofMinutes(minute));
        return imported(Occurrence.at(seen, Via.HISTORY, "radarr-4k", NaturalKey.of("import", file)), file, false);
    }

    static Imported byHistory(int minute, long file) {
        return imported(at(minute, Via.HISTORY, file), file, false);
    }

    static Imported imported(Occurrence occurrence, long file, boolean upgrade) {
        var what = new File(file, FOLDER + "/" + file + ".mkv", 1000, Optional.empty(), upgrade, Optional.empty());
        return new Imported(occurrence, MATRIX, "The Matrix", Optional.of("D" + file), what);
    }

    static Asked asked(int minute, String server, int round) {
        var key = NaturalKey.of("scan", FILE_7, round);
        return new Asked(
                Occurrence.at(NOON.plus(ofMinutes(minute)), Via.SELF, server, key), scan(server, round), FOLDER);
    }

    static Due due(int minute) {
        return new Due(NOON.plus(ofMinutes(minute)), MATRIX);
    }

    static Listed listed(int minute, String server) {
        var look = Occurrence.at(NOON.plus(ofMinutes(minute)), Via.POLL, server, NaturalKey.of("look", minute));
        return new Listed(look, MATRIX, "i1", List.of(new Part(Optional.empty(), "")));
    }

    static Missing missing(int minute, String server) {
        return new Missing(NOON.plus(ofMinutes(minute)), MATRIX, server);
    }

    static Occurrence at(int minute, Via via, long file) {
        return Occurrence.at(NOON.plus(ofMinutes(minute)), via, "radarr", NaturalKey.of("import", file));
    }

    static Scan scan(String server, int round) {
        return new Scan(MATRIX, server, FOLDER, FILE_7, round);
    }

    static FileImported told(long file, boolean upgrade) {
        return new FileImported(
                MATRIX,
                "radarr",
                file,
                FOLDER + "/" + file + ".mkv",
                1000,
                Optional.empty(),
                Optional.of("D" + file),
                upgrade);
    }
}
