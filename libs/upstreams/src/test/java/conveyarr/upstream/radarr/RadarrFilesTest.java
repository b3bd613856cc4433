package conveyarr.upstream.radarr;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.MediaId;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.ArrShelf;
import conveyarr.upstream.At;
import conveyarr.upstream.FakeHistory;
import conveyarr.upstream.FakeServer;
import conveyarr.upstream.FakeServer.Answer;
import conveyarr.upstream.Sighting;
import conveyarr.upstream.Sighting.FileMoved;
import conveyarr.upstream.Sighting.FileRemoved;
import conveyarr.upstream.Sighting.RemovedFile;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Radarr says of the files in its library, by hook, by history, and when it is asked. */
@QuarkusTest
class RadarrFilesTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");
    private static final String MOVIE =
            "\"movie\":{\"id\":12,\"title\":\"Big Buck Bunny\",\"year\":2008,\"tmdbId\":10378}";
    private final FakeServer server = new FakeServer();
    private final ArrApp radarr = (ArrApp) new RadarrKind().open("radarr", At.url(server.url()));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_deleted_file_is_one_happening_by_hook_and_by_history() {
        var hook = hooked("""
                {%s,"movieFile":{"id":44,"path":"/movies/b.mkv","size":4},"deleteReason":"missingFromDisk","eventType":"MovieFileDelete"}
                """);
        var row = fromHistory("""
                [{"id":9,"movieId":12,"sourceTitle":"/movies/b.mkv","date":"2026-02-01T12:00:00Z","eventType":"movieFileDeleted",
                 "data":{"reason":"MissingFromDisk","size":"4"},%s}]""");
        assertThat(hook).isInstanceOfSatisfying(FileRemoved.class, removed -> {
            assertThat(removed.media()).isEqualTo(MediaId.movie(10378));
            assertThat(removed.file()).isEqualTo(new RemovedFile("/movies/b.mkv", "missing", Optional.empty()));
        });
        assertThat(row).isInstanceOfSatisfying(FileRemoved.class, removed -> assertThat(removed.file())
                .isEqualTo(((FileRemoved) hook).file()));
        assertThat(row.occurrence().id()).isEqualTo(hook.occurrence().id());
    }

    @Test
    void a_renamed_file_is_one_happening_by_hook_and_by_history() {
        var hook = hooked("""
                {%s,"renamedMovieFiles":[{"id":44,"previousPath":"/movies/a.mkv","path":"/movies/b.mkv"}],"eventType":"Rename"}
                """);
        var row = fromHistory("""
                [{"id":9,"movieId":12,"sourceTitle":"a","date":"2026-02-01T12:00:00Z","eventType":"movieFileRenamed",
                 "data":{"sourcePath":"/movies/a.mkv","path":"/movies/b.mkv"},%s}]""");
        assertThat(hook).isInstanceOfSatisfying(FileMoved.class, moved -> {
            assertThat(moved.from()).isEqualTo("/movies/a.mkv");
            assertThat(moved.path()).isEqualTo("/movies/b.mkv");
        });
        assertThat(row.occurrence().id()).isEqualTo(hook.occurrence().id());
    }

    @Test
    void it_tells_its_folders_and_its_disks() {
        server.on("/api/v3/rootfolder", Answer.json("[{\"id\":1,\"path\":\"/movies\",\"accessible\":false}]"));
        server.on(
                "/api/v3/diskspace",
                Answer.json("[{\"path\":\"/movies\",\"label\":\"\",\"freeSpace\":10,\"totalSpace\":40}]"));
        assertThat(shelf().roots().await().atMost(SOON))
                .containsExactly(new ArrShelf.Root("/movies", false, Optional.empty()));
        assertThat(shelf().disks().await().atMost(SOON)).containsExactly(new ArrShelf.Disk("/movies", 10, 40));
        assertThat(shelf().airings(MediaId.movie(1)).await().atMost(SOON)).isEmpty();
    }

    @Test
    void its_stock_is_every_file_of_a_movie() {
        server.on("/api/v3/movie", Answer.json("""
                [{"id":1,"title":"No file","year":2000,"tmdbId":5,"hasFile":false},{"id":2,"title":"No id","tmdbId":0},
                 {"id":12,"title":"Big Buck Bunny","year":2008,"tmdbId":10378,"hasFile":true,
                  "movieFile":{"id":44,"path":"/movies/b.mkv","size":4,"dateAdded":"2026-02-01T12:00:00Z",
                   "sceneName":"Big.Buck.Bunny.2008-GRP","edition":"","quality":{"quality":{"name":"Bluray-1080p"}}}}]"""));
        var stock = shelf().stock().collect().asList().await().atMost(SOON).stream()
                .flatMap(List::stream)
                .toList();
        var marks = new ArrShelf.Marks(
                Optional.of("Bluray-1080p"), Optional.of("Big.Buck.Bunny.2008-GRP"), Optional.empty());
        assertThat(stock)
                .containsExactly(new ArrShelf.Stock(
                        MediaId.movie(10378),
                        new Sighting.Title("Big Buck Bunny", Optional.of(2008)),
                        new ArrShelf.StockFile(44, "/movies/b.mkv", 4, NOON, marks, Optional.empty())));
    }

    private ArrShelf shelf() {
        return radarr.shelf().orElseThrow();
    }

    private static Sighting hooked(String body) {
        var reader = new RadarrKind().hooks().orElseThrow();
        var reading = reader.read("radarr", NOON, body.formatted(MOVIE).getBytes(StandardCharsets.UTF_8));
        return reading.sightings().getFirst();
    }

    private Sighting fromHistory(String rows) {
        FakeHistory.at(server, "v3", rows.formatted(MOVIE));
        return radarr.history(NOON.minus(Duration.ofDays(1)))
                .await()
                .atMost(SOON)
                .getFirst();
    }
}
