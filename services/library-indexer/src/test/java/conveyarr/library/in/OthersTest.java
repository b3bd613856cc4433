package conveyarr.library.in;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.library.core.Held;
import conveyarr.library.core.LibraryItem.Waiting;
import conveyarr.library.core.Life;
import conveyarr.library.core.Part;
import conveyarr.library.core.Shelf;
import conveyarr.library.core.TitleFiles;
import conveyarr.upstream.PathMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A movie in 4K is waited for, and the media server shows the one in HD under the same id. */
class OthersTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final String HD = "/movies/The Matrix (1999)/The Matrix 1080p.mkv";
    private static final String UHD = "/movies-4k/The Matrix (1999)/The Matrix 2160p.mkv";
    private static final PathMap MAP =
            PathMap.parse(Optional.of(List.of("/movies=/media/movies", "/movies-4k=/media/movies-4k")));

    private final Life again = new Life(Optional.of(imported("radarr-4k")), Map.of("radarr", NOON));
    private final Waiting waiting = waiting(again, UHD, held("radarr", HD), held("radarr-4k", UHD));
    private final Others others = Others.of(waiting, Optional.empty(), MAP);
    private final Part uhd = new Part(Optional.empty(), UHD);

    @Test
    void the_old_item_is_not_the_new_one() {
        assertThat(others.areAll(List.of("/media" + HD), uhd)).isTrue();
        assertThat(others.areAll(List.of("/media/movies/The Matrix (1999)/Renamed.mkv"), uhd))
                .isTrue();
        assertThat(others.areAll(List.of("/media" + UHD), uhd)).isFalse();
        assertThat(others.areAll(List.of("/media" + HD, "/media" + UHD), uhd)).isFalse();
    }

    @Test
    void of_files_that_nobody_knows_nothing_is_concluded() {
        assertThat(others.areAll(List.of("/somewhere/else.mkv"), uhd)).isFalse();
        assertThat(others.areAll(List.of(), uhd)).isFalse();
    }

    @Test
    void in_one_folder_the_names_of_the_files_tell() {
        String beside = "/movies/The Matrix (1999)/The Matrix 2160p.mkv";
        var shared =
                Others.of(waiting(again, beside, held("radarr", HD), held("radarr-4k", beside)), Optional.empty(), MAP);
        var part = new Part(Optional.empty(), beside);
        assertThat(shared.areAll(List.of("/media" + HD), part)).isTrue();
        assertThat(shared.areAll(List.of("/media" + HD, "/media" + beside), part))
                .isFalse();
        assertThat(shared.areAll(List.of("/media/movies/The Matrix (1999)/Renamed.mkv"), part))
                .isFalse();
    }

    @Test
    void what_was_there_before_us_is_known_from_the_index() {
        var index = new TitleFiles(
                "movie:tmdb:603",
                "movie",
                "The Matrix",
                1999,
                "waiting",
                List.of(file("radarr", HD), file("radarr-4k", UHD)));
        var first = waiting(new Life(Optional.empty(), Map.of()), UHD, held("radarr-4k", UHD));
        assertThat(Others.of(first, Optional.of(index), MAP).areAll(List.of("/media" + HD), uhd))
                .isTrue();
        assertThat(Others.of(first, Optional.empty(), MAP).areAll(List.of("/media" + HD), uhd))
                .isFalse();
    }

    @Test
    void when_both_are_waited_for_the_first_that_comes_can_be_watched() {
        var both = waiting(new Life(Optional.empty(), Map.of()), UHD, held("radarr", HD), held("radarr-4k", UHD));
        assertThat(Others.of(both, Optional.empty(), MAP).areAll(List.of("/media" + HD), uhd))
                .isFalse();
    }

    private static Waiting waiting(Life life, String file, Held... held) {
        var shelf = new Shelf(Optional.empty(), List.of(held), List.of(), List.of(), null);
        return new Waiting(
                "The Matrix", imported("radarr-4k"), null, life, List.of(new Part(Optional.empty(), file)), shelf);
    }

    private static Held held(String instance, String path) {
        return new Held(instance, 1, path, Optional.empty(), NOON);
    }

    private static TitleFiles.File file(String instance, String path) {
        return new TitleFiles.File(instance, path, null, null, null, List.of(), 1, NOON);
    }

    private static Occurrence imported(String instance) {
        return Occurrence.at(NOON, Via.HOOK, instance, NaturalKey.of("import", 1));
    }
}
