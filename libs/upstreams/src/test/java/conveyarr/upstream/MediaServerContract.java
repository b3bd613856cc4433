package conveyarr.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.Episodes;
import conveyarr.events.MediaId;
import conveyarr.upstream.MediaServer.Item;
import conveyarr.upstream.MediaServer.Library;
import conveyarr.upstream.MediaServer.Wanted;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What holds for every media server, of whatever kind: its yes to a scan proves nothing, and only the ids or the files tell what is there. */
public interface MediaServerContract extends UpstreamContract {
    Duration SOON = Duration.ofSeconds(5);
    String GENERAL = "/media/movies/The General (1926)";
    Wanted THE_GENERAL = new Wanted(MediaId.movie(961), "The General", GENERAL);
    Wanted SHOW = new Wanted(MediaId.series(81189), "Show", "/media/tv/Show/Season 01");
    Wanted RECORD = new Wanted(MediaId.album("8a1b"), "Record", "/media/music/Band/Record (1999)");

    /** A server of this kind with two libraries, {@code Movies} and {@code Shows}, and a third for music. */
    Shelves shelves();

    private void with(BiConsumer<Shelves, MediaServer> story) {
        try (var shelves = shelves()) {
            shelves.library("Movies", "movie", "/media/movies");
            shelves.library("Shows", "series", "/media/tv", "/media/anime");
            shelves.library("Music", "album", "/media/music");
            story.accept(shelves, (MediaServer) kind().open("the-server", At.url(shelves.url())));
        }
    }

    private static Optional<Item> found(MediaServer server, Wanted wanted) {
        return server.find(wanted).await().atMost(SOON);
    }

    @Test
    default void a_scan_is_of_the_one_folder_and_its_yes_proves_nothing() {
        with((shelves, server) -> {
            server.scan(GENERAL).await().atMost(SOON);
            assertThat(shelves.scans()).containsExactly(GENERAL);
            assertThat(found(server, THE_GENERAL)).isEmpty();
        });
    }

    @Test
    default void the_id_tells_a_movie_from_others_of_its_name() {
        with((shelves, server) -> {
            shelves.movie("a1", "The General", "tmdb:999", "/media/movies/other.mkv");
            shelves.movie("b2", "The General", "", "/media/movies/none.mkv");
            assertThat(found(server, THE_GENERAL)).isEmpty();
            shelves.movie("c3", "The General", "tmdb:961", GENERAL + "/g.mkv");
            assertThat(found(server, THE_GENERAL))
                    .contains(new Item("c3", "The General", Optional.of(GENERAL + "/g.mkv")));
            assertThat(found(server, new Wanted(MediaId.movie(96), "The General", GENERAL)))
                    .isEmpty();
        });
    }

    /** In HD and in 4K, each with the same id. */
    @Test
    default void of_two_items_of_one_title_it_is_the_one_in_the_folder_and_its_files_tell_which() {
        with((shelves, server) -> {
            shelves.movie("hd", "The General", "tmdb:961", "/media/movies/hd/g.mkv");
            assertThat(found(server, THE_GENERAL)).map(Item::files).contains(List.of("/media/movies/hd/g.mkv"));
            shelves.movie("uhd", "The General", "tmdb:961", GENERAL + "/g.mkv");
            assertThat(found(server, THE_GENERAL)).map(Item::id).contains("uhd");
        });
    }

    @Test
    default void a_translated_title_is_found_among_the_newest() {
        with((shelves, server) -> {
            shelves.movie("g1", "Der General", "tmdb:961", GENERAL + "/g.mkv");
            assertThat(found(server, THE_GENERAL)).map(Item::name).contains("Der General");
        });
    }

    @Test
    default void a_title_that_nobody_knows_is_not_searched_for() {
        with((shelves, server) -> {
            shelves.movie("g1", "The General", "tmdb:961", GENERAL + "/g.mkv");
            assertThat(found(server, new Wanted(MediaId.movie(961), " ", GENERAL)))
                    .isPresent();
            assertThat(shelves.searches()).isZero();
        });
    }

    @Test
    default void a_series_is_there_with_the_episodes_that_have_a_file() {
        with((shelves, server) -> {
            shelves.series("s1", "Show", "tvdb:81189");
            assertThat(found(server, SHOW)).map(Item::episodes).contains(List.of());
            shelves.episode("s1", 1, 1, "/media/tv/Show/Season 01/a.mkv");
            shelves.episode("s1", 1, 3, "/media/tv/Show/Season 01/c.mkv");
            shelves.announced("s1", 1, 4);
            assertThat(found(server, SHOW))
                    .map(Item::episodes)
                    .contains(List.of(
                            episode(1, 1, "/media/tv/Show/Season 01/a.mkv"),
                            episode(1, 3, "/media/tv/Show/Season 01/c.mkv")));
            assertThat(found(server, new Wanted(MediaId.series(8118), "Show", "/media/tv/Show")))
                    .isEmpty();
        });
    }

    @Test
    default void an_album_is_known_by_its_folder() {
        with((shelves, server) -> {
            shelves.album("r0", "Record", "/media/music/Others/Record (1999)");
            assertThat(found(server, RECORD)).isEmpty();
            shelves.album("r1", "Record", "/media/music/Band/Record (1999)");
            assertThat(found(server, RECORD)).map(Item::id).contains("r1");
        });
    }

    @Test
    default void it_tells_which_library_holds_a_folder_by_whole_parts() {
        with((_, server) -> {
            var libraries = server.libraries().await().atMost(SOON);
            assertThat(libraries).extracting(Library::name).containsExactly("Movies", "Shows", "Music");
            assertThat(libraries)
                    .filteredOn(library -> library.holds("/media/anime/Show"))
                    .extracting(Library::name)
                    .containsExactly("Shows");
            assertThat(libraries).noneMatch(library -> library.holds("/media/movies2/X"));
        });
    }

    @Test
    default void what_it_can_never_list_is_not_asked_for() {
        with((shelves, server) -> {
            var stray = new Wanted(new MediaId("download:qbittorrent:C0FFEE"), "Stray", "/media/movies");
            assertThat(server.kinds()).contains("movie", "series", "album").doesNotContain("download");
            assertThat(found(server, stray)).isEmpty();
            assertThat(shelves.asked()).isEmpty();
        });
    }

    @Test
    default void it_has_the_paths_that_its_owner_gave() {
        try (var shelves = shelves()) {
            var server = (MediaServer)
                    kind().open("the-server", At.url(shelves.url()).paths("/movies=/media/movies"));
            assertThat(server.paths().of("/movies/X")).isEqualTo("/media/movies/X");
        }
    }

    static MediaServer.Episode episode(int season, int number, String path) {
        return new MediaServer.Episode(List.of(new Episodes.Number(season, number)), Optional.of(path));
    }
}
