package conveyarr.upstream.radarr;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.MediaId;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.ArrOrder;
import conveyarr.upstream.ArrOrder.ForceImport;
import conveyarr.upstream.ArrOrder.LookAtDownloads;
import conveyarr.upstream.ArrOrder.Remove;
import conveyarr.upstream.ArrOrder.Rescan;
import conveyarr.upstream.ArrOrder.Search;
import conveyarr.upstream.At;
import conveyarr.upstream.FakeServer;
import conveyarr.upstream.FakeServer.Answer;
import conveyarr.upstream.FakeServer.Asked;
import conveyarr.upstream.Outcome;
import conveyarr.upstream.Samples;
import conveyarr.upstream.Sighting;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Radarr is told, on queue, movie and command answers written from the source of 6.0.3.10276. */
@QuarkusTest
class RadarrOrdersTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String FOLDER = "radarr/6.0.3-source/";
    private static final MediaId BUNNY = MediaId.movie(10378);
    private static final Optional<ArrApp.Addition> ADDED = Optional.of(new ArrApp.Addition(
            Instant.parse("2026-02-01T09:00:05Z"), new Sighting.Title("Big Buck Bunny", Optional.of(2008))));
    private static final String DOWNLOAD = "8F3A1C0D5E7B92A46C1D0F3E5B7A9C2D4E6F8A10";
    private static final String ROW = """
            {"records":[{"id":848569810,"movieId":12,"movie":{"id":12,"tmdbId":10378,"title":"Big Buck Bunny"},
             "title":"Big.Buck.Bunny","status":"downloading","downloadId":"%s"}]}""";

    private final FakeServer server = new FakeServer();
    private final ArrApp radarr = (ArrApp) new RadarrKind().open("radarr", At.url(server.url()));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void removes_the_row_that_has_both_our_download_and_our_movie() {
        queue(DOWNLOAD.toLowerCase());
        assertThat(order(new Remove(BUNNY, DOWNLOAD, true, false))).isEqualTo(Outcome.DONE);
        Asked call = server.asked().getLast();
        assertThat(call.method()).isEqualTo("DELETE");
        assertThat(call.pathAndQuery())
                .startsWith("/api/v3/queue/848569810?")
                .contains("removeFromClient=true", "blocklist=true", "skipRedownload=true");
    }

    @Test
    void touches_neither_another_download_nor_another_movie() {
        queue(DOWNLOAD);
        assertThat(order(new Remove(BUNNY, "A".repeat(40), true, false))).isEqualTo(gone("A".repeat(40)));
        assertThat(order(new Remove(MediaId.movie(603), DOWNLOAD, true, false))).isEqualTo(gone(DOWNLOAD));
        assertThat(server.asked()).extracting(Asked::method).containsOnly("GET");
    }

    @Test
    void what_somebody_else_removed_meanwhile_is_not_there() {
        server.on("/api/v3/queue?", Answer.json(ROW.formatted(DOWNLOAD)));
        server.on("/api/v3/queue/", Answer.status(404));
        assertThat(order(new Remove(BUNNY, DOWNLOAD, true, false))).isEqualTo(gone(DOWNLOAD));
    }

    @Test
    void searches_and_rescans_under_its_own_number() {
        server.on("/api/v3/movie", Answer.json("[" + Samples.text(FOLDER + "api-movie.json") + "]"));
        server.on("/api/v3/command", Answer.json("{\"id\":9001,\"name\":\"MoviesSearch\",\"status\":\"queued\"}"));
        assertThat(order(new Search(BUNNY, Optional.empty()))).isEqualTo(Outcome.DONE);
        assertThat(server.asked().getFirst().pathAndQuery()).isEqualTo("/api/v3/movie?tmdbId=10378");
        assertThat(sent()).contains("\"name\":\"MoviesSearch\"", "\"movieIds\":[12]");
        order(new Rescan(BUNNY));
        assertThat(sent()).contains("\"name\":\"RescanMovie\"", "\"movieId\":12");
        order(new LookAtDownloads());
        assertThat(sent()).contains("\"name\":\"RefreshMonitoredDownloads\"");
        assertThat(order(new Search(MediaId.movie(1), Optional.empty()))).isEqualTo(gone("movie:tmdb:1"));
    }

    @Test
    void a_forced_import_takes_the_files_that_radarr_itself_found_to_be_of_the_movie() {
        queue(DOWNLOAD);
        server.on("/api/v3/manualimport", Answer.json(Samples.text(FOLDER + "api-manualimport.json")));
        server.on("/api/v3/command", Answer.json("{\"id\":9002,\"name\":\"ManualImport\",\"status\":\"queued\"}"));
        assertThat(order(new ForceImport(BUNNY, DOWNLOAD))).isEqualTo(Outcome.DONE);
        assertThat(sent())
                .contains("\"name\":\"ManualImport\"", "\"importMode\":\"auto\"", "\"movieId\":12", "bbb.mkv")
                .contains("\"downloadId\":\"" + DOWNLOAD + "\"", "Bluray-1080p")
                .doesNotContain("other.mkv", "unknown.mkv", "rejections");
    }

    @Test
    void a_forced_import_without_a_file_of_ours_is_refused_in_radarrs_words() {
        queue(DOWNLOAD);
        server.on(
                "/api/v3/manualimport",
                Answer.json(
                        "[{\"path\":\"/d/a.mkv\",\"rejections\":[{\"reason\":\"Unknown Movie\",\"type\":\"permanent\"}]}]"));
        assertThat(order(new ForceImport(BUNNY, DOWNLOAD))).isEqualTo(new Outcome.Refused("Unknown Movie"));
        server.on("/api/v3/manualimport", Answer.json("[]"));
        assertThat(order(new ForceImport(BUNNY, DOWNLOAD)))
                .isEqualTo(new Outcome.Refused("it finds no file of this title in the download"));
    }

    @Test
    void a_title_tells_whether_it_is_released_wanted_and_there() {
        String movie = Samples.text(FOLDER + "api-movie.json");
        server.on("/api/v3/movie", Answer.json("[" + movie + "]"));
        var listed = radarr.title(BUNNY).await().atMost(SOON).orElseThrow();
        assertThat(listed)
                .isEqualTo(new ArrApp.ListedTitle(
                        12, BUNNY, true, true, Optional.of(Instant.parse("2008-05-30T00:00:00Z")), true, ADDED));
        server.on(
                "/api/v3/movie",
                Answer.json("[" + movie.replace("\"isAvailable\": true", "\"isAvailable\": false") + "]"));
        assertThat(radarr.title(BUNNY).await().atMost(SOON).orElseThrow().released())
                .isFalse();
        server.on("/api/v3/movie", Answer.json("[]"));
        assertThat(radarr.title(BUNNY).await().atMost(SOON)).isEmpty();
    }

    @Test
    void it_says_what_it_has_against_each_release_and_nothing_against_one_that_it_would_take() {
        server.on("/api/v3/movie", Answer.json("[" + Samples.text(FOLDER + "api-movie.json") + "]"));
        server.on("/api/v3/release", Answer.json("""
                [{"guid":"a","title":"Big.Buck.Bunny.2008.480p","approved":false,"temporarilyRejected":false,"rejected":true,
                  "rejections":["Bluray-480p is not wanted in profile","Not enough seeders: 0. Minimum seeders: 1"]},
                 {"guid":"b","title":"Big.Buck.Bunny.2008.1080p","approved":true,"rejected":false,"rejections":[]}]"""));
        var refusals = radarr.refusals(BUNNY).await().atMost(SOON);
        assertThat(server.asked().getLast().pathAndQuery()).isEqualTo("/api/v3/release?movieId=12");
        assertThat(refusals)
                .containsExactly(
                        List.of("Bluray-480p is not wanted in profile", "Not enough seeders: 0. Minimum seeders: 1"),
                        List.of());
    }

    private void queue(String download) {
        server.on("/api/v3/queue/", Answer.json("{}"));
        server.on("/api/v3/queue?", Answer.json(ROW.formatted(download)));
    }

    private Outcome order(ArrOrder order) {
        return radarr.carryOut(order).await().atMost(SOON);
    }

    private static Outcome gone(String what) {
        return new Outcome.NotThere(Set.of(what));
    }

    private String sent() {
        List<Asked> all = server.asked();
        assertThat(all.getLast().method()).isEqualTo("POST");
        return all.getLast().body();
    }
}
