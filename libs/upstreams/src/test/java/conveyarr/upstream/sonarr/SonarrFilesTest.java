package conveyarr.upstream.sonarr;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.Episodes;
import conveyarr.events.MediaId;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.ArrShelf;
import conveyarr.upstream.ArrShelf.Airing;
import conveyarr.upstream.At;
import conveyarr.upstream.FakeServer;
import conveyarr.upstream.FakeServer.Answer;
import conveyarr.upstream.Sighting.FileMoved;
import conveyarr.upstream.Sighting.FileRemoved;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Sonarr says of the files and the episodes in its library. */
@QuarkusTest
class SonarrFilesTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");
    private static final String SERIES = "\"series\":{\"id\":7,\"title\":\"Show\",\"year\":2024,\"tvdbId\":999001}";
    private static final String EPISODES = """
            [{"id":1,"seasonNumber":1,"episodeNumber":1,"airDateUtc":"2020-01-01T00:00:00Z","hasFile":true,"episodeFileId":50,
              "episodeFile":{"id":50,"dateAdded":"2026-01-31T09:00:00Z"}},
             {"id":2,"seasonNumber":1,"episodeNumber":2,"airDateUtc":"2020-01-08T00:00:00Z","hasFile":true,"episodeFileId":50},
             {"id":3,"seasonNumber":1,"episodeNumber":3,"airDateUtc":"2999-01-08T00:00:00Z","hasFile":false,"episodeFileId":0},
             {"id":4,"seasonNumber":2,"episodeNumber":1,"hasFile":false,"episodeFileId":0}]""";
    private final FakeServer server = new FakeServer();
    private final ArrApp sonarr = (ArrApp) new SonarrKind().open("sonarr", At.url(server.url()));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void it_tells_which_episodes_were_aired_and_which_are_there() {
        server.on(
                "/api/v3/series",
                Answer.json("[{\"id\":7,\"title\":\"Show\",\"tvdbId\":999001,\"status\":\"ended\"}]"));
        server.on("/api/v3/episode?", Answer.json(EPISODES));
        var airings =
                shelf().airings(MediaId.series(999001)).await().atMost(SOON).orElseThrow();
        assertThat(airings.ended()).isTrue();
        assertThat(airings.episodes())
                .containsExactly(
                        new Airing(
                                new Episodes.Number(1, 1),
                                true,
                                true,
                                Optional.of(Instant.parse("2026-01-31T09:00:00Z")),
                                true),
                        new Airing(new Episodes.Number(1, 2), true, true),
                        new Airing(new Episodes.Number(1, 3), false, false),
                        new Airing(new Episodes.Number(2, 1), false, false));
        assertThat(server.asked().getFirst().pathAndQuery()).isEqualTo("/api/v3/series?tvdbId=999001");
        assertThat(server.asked().getLast().pathAndQuery())
                .isEqualTo("/api/v3/episode?seriesId=7&includeEpisodeFile=true");
        assertThat(shelf().airings(MediaId.series(1)).await().atMost(SOON)).isEmpty();
    }

    @Test
    void a_file_of_two_episodes_is_one_of_its_stock() {
        server.on("/api/v3/series", Answer.json("[{\"id\":7,\"title\":\"Show\",\"year\":2024,\"tvdbId\":999001}]"));
        server.on("/api/v3/episodefile", Answer.json("""
                [{"id":50,"seriesId":7,"path":"/tv/Show/Season 01/Show.mkv","size":9,"dateAdded":"2026-02-01T12:00:00Z"}]"""));
        server.on("/api/v3/episode?", Answer.json(EPISODES));
        var stock = shelf().stock().collect().asList().await().atMost(SOON).stream()
                .flatMap(List::stream)
                .toList();
        assertThat(stock).singleElement().satisfies(one -> {
            assertThat(one.media()).isEqualTo(MediaId.series(999001));
            assertThat(one.file().episodes().orElseThrow().codes()).containsExactly("S01E01", "S01E02");
        });
    }

    @Test
    void its_hooks_tell_of_files_that_go_and_of_new_names() {
        var gone = read("""
                {%s,"episodes":[{"seasonNumber":1,"episodeNumber":3}],"episodeFile":{"id":5,"path":"/tv/c.mkv"},
                 "deleteReason":"upgrade","eventType":"EpisodeFileDelete"}""");
        assertThat(gone).isInstanceOfSatisfying(FileRemoved.class, removed -> {
            assertThat(removed.file().reason()).isEqualTo("upgrade");
            assertThat(removed.file().episodes().orElseThrow().codes()).containsExactly("S01E03");
        });
        var moved = read("""
                {%s,"renamedEpisodeFiles":[{"id":5,"previousPath":"/tv/e.mkv","path":"/tv/f.mkv"}],"eventType":"Rename"}""");
        assertThat(moved).isInstanceOf(FileMoved.class);
    }

    private ArrShelf shelf() {
        return sonarr.shelf().orElseThrow();
    }

    private static Object read(String body) {
        var reader = new SonarrKind().hooks().orElseThrow();
        return reader.read("sonarr", NOON, body.formatted(SERIES).getBytes(StandardCharsets.UTF_8))
                .sightings()
                .getFirst();
    }
}
