package conveyarr.upstream.radarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conveyarr.events.MediaId;
import conveyarr.events.Via;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.At;
import conveyarr.upstream.FakeHistory;
import conveyarr.upstream.FakeServer;
import conveyarr.upstream.FakeServer.Answer;
import conveyarr.upstream.Samples;
import conveyarr.upstream.Sighting;
import conveyarr.upstream.Sighting.DownloadGivenUp;
import conveyarr.upstream.Sighting.FileRemoved;
import conveyarr.upstream.Sighting.Grabbed;
import conveyarr.upstream.Sighting.ImportRefused;
import conveyarr.upstream.Sighting.Imported;
import conveyarr.upstream.UpstreamContract;
import conveyarr.upstream.UpstreamKind;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers written from the source of Radarr 6.0.3.10276, with {@code includeMovie}. */
@QuarkusTest
class RadarrTest implements UpstreamContract {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");
    private static final String FOLDER = "radarr/6.0.3-source/";
    private final FakeServer server = new FakeServer();
    private final ArrApp radarr = (ArrApp) kind().open("radarr", At.url(server.url()));

    @Override
    public UpstreamKind kind() {
        return new RadarrKind();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void history_tells_grabs_imports_and_failures_in_their_order() {
        List<Sighting> history = history(Samples.text(FOLDER + "api-history-since-with-movie.json"));
        assertThat(history)
                .hasExactlyElementsOfTypes(DownloadGivenUp.class, Grabbed.class, FileRemoved.class, Imported.class);
        assertThat(history).allMatch(sighting -> sighting.media().equals(MediaId.movie(10378)));
        assertThat(history).allMatch(sighting -> sighting.occurrence().via() == Via.HISTORY);
        assertThat(history.get(1).occurrence().at()).isEqualTo(Instant.parse("2026-02-01T09:58:12Z"));
        assertThat(((DownloadGivenUp) history.getFirst()).reason()).isEqualTo("Manually marked as failed");
        assertThat(((Imported) history.getLast()).file().upgrade()).isTrue();
    }

    @Test
    void history_and_hook_of_the_same_fact_have_the_same_id_and_tell_the_same() {
        List<Sighting> history = history(Samples.text(FOLDER + "api-history-since-with-movie.json"));
        var grabbed = (Grabbed) history.get(1);
        var imported = (Imported) history.getLast();
        assertThat(grabbed.occurrence().id())
                .isEqualTo(hooked("grab").occurrence().id());
        assertThat(grabbed)
                .usingRecursiveComparison()
                .ignoringFields("trace.at", "trace.via", "trace.row")
                .isEqualTo(hooked("grab"));
        assertThat(imported)
                .usingRecursiveComparison()
                .ignoringFields("trace.at", "trace.via", "trace.row")
                .isEqualTo(hooked("download-upgrade"));
    }

    @Test
    void asks_for_whole_seconds_in_utc_and_shows_its_key_in_a_header_only() {
        FakeHistory.at(server, "v3", "[]");
        Instant aMomentAgo = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(600);
        radarr.history(aMomentAgo.plusMillis(999)).await().atMost(SOON);
        var call = server.asked().getFirst();
        assertThat(call.pathAndQuery())
                .isEqualTo("/api/v3/history/since?date=" + aMomentAgo.toString().replace(":", "%3A")
                        + "&includeMovie=true");
        assertThat(call.header("X-Api-Key")).isEqualTo(At.SECRET);
        assertThat(call.header("User-Agent")).startsWith("Conveyarr");
    }

    @Test
    void never_lets_a_passkey_out() {
        String rows = Samples.text(FOLDER + "api-history-since-with-movie.json").replace("(removed)", "PASSKEY");
        assertThat(rows).contains("PASSKEY");
        assertThat(history(rows).toString()).doesNotContain("PASSKEY", "indexer.example");
    }

    @Test
    void passes_over_rows_that_it_cannot_use() {
        assertThat(history("""
                [{"id":1,"movieId":1,"eventType":"grabbed","date":"2026-02-01T12:00:00Z"},
                 {"id":2,"movieId":1,"eventType":"downloadFolderImported","date":"2026-02-01T12:00:00Z","data":{}},
                 {"id":3,"movieId":1,"eventType":"hologramMade","date":"2026-02-01T12:00:00Z","data":{"fileId":null}},
                 {"id":4,"date":"2026-02-01T12:00:00Z"}]""")).isEmpty();
    }

    @Test
    void one_row_that_cannot_be_read_hides_no_other() {
        assertThat(history("""
                [{"id":1,"movieId":1,"eventType":"grabbed","date":"yesterday","sourceTitle":"A","movie":{"tmdbId":1}},
                 {"id":2,"movieId":1,"eventType":"downloadFailed","sourceTitle":"A","movie":{"tmdbId":1}},
                 {"id":3,"movieId":1,"eventType":"movieFileDeleted","data":{"reason":"Upgrade"}},
                 {"id":4,"movieId":1,"eventType":"downloadFolderImported","date":"2026-02-01T12:00:00Z",
                  "data":{"fileId":7,"importedPath":"/m/a.mkv","size":"huge"},"movie":{"tmdbId":1}},
                 "no row", null,
                 {"id":5,"movieId":1,"eventType":"downloadFolderImported","date":"2026-02-01T12:00:00Z",
                  "data":{"fileId":7,"importedPath":"/m/a.mkv"},"movie":{"tmdbId":1},"downloadId":""}]""")).hasExactlyElementsOfTypes(Imported.class);
    }

    @Test
    void the_words_of_strangers_are_cut() {
        String row = """
                {"id":%d,"movieId":1,"eventType":"%s","date":"2026-02-01T12:00:00Z","sourceTitle":"LONG","downloadId":"%s",
                 "movie":{"tmdbId":1,"title":"LONG"},"data":{"fileId":7,"importedPath":"/m/a.mkv","message":"LONG"}}""";
        var rows = "[" + row.formatted(1, "grabbed", "LONG") + "," + row.formatted(2, "downloadFailed", "D1") + ","
                + row.formatted(3, "downloadFolderImported", "LONG") + "]";
        var told = history(rows.replace("LONG", "\uD83C\uDFAC" + "x".repeat(100_000)));
        var grabbed = (Grabbed) told.getFirst();
        assertThat(grabbed.release().name()).hasSize(500);
        assertThat(grabbed.title().title()).hasSize(500);
        assertThat(grabbed.download()).hasSize(502).startsWith("t:");
        assertThat(((DownloadGivenUp) told.get(1)).reason()).hasSize(2000);
        assertThat(((Imported) told.get(2)).title().title()).hasSize(500);
        assertThat(((Imported) told.get(2)).download()).isEmpty();
    }

    @Test
    void an_older_radarr_shows_a_refused_import_as_pending_with_a_warning() {
        String item = "{\"title\":\"A\",\"downloadId\":\"%s\",\"trackedDownloadState\":\"importPending\","
                + "\"trackedDownloadStatus\":\"%s\",\"statusMessages\":[]}";
        server.on(
                "/api/v3/queue",
                Answer.json("{\"records\":[" + item.formatted("D1", "ok") + "," + item.formatted("D2", "warning") + ","
                        + item.formatted("D3", "Warning") + "]}"));
        assertThat(radarr.refusedImports().await().atMost(SOON))
                .extracting(seen -> ((ImportRefused) seen).download())
                .containsExactly("D2", "D3");
    }

    @Test
    void the_queue_tells_what_waits_for_a_person_with_the_id_of_its_hook() {
        server.on("/api/v3/queue", Answer.json(Samples.text(FOLDER + "api-queue-page.json")));
        var refused =
                (ImportRefused) radarr.refusedImports().await().atMost(SOON).getFirst();
        assertThat(radarr.refusedImports().await().atMost(SOON)).hasSize(1);
        assertThat(refused.download()).isEqualTo("0B1C2D3E4F5061728394A5B6C7D8E9F001122334");
        assertThat(refused.reasons()).containsExactly("bbb.sample.mkv: Sample");
        assertThat(refused.media()).isEqualTo(new MediaId("download:radarr:" + refused.download()));
        assertThat(refused.occurrence().via()).isEqualTo(Via.POLL);
        assertThat(server.asked().getFirst().pathAndQuery())
                .isEqualTo("/api/v3/queue?page=1&pageSize=1000&includeUnknownMovieItems=true&includeMovie=true");
        String hook = Samples.text(FOLDER + "webhook-manual-interaction-required.json")
                .replace(
                        "8F3A1C0D5E7B92A46C1D0F3E5B7A9C2D4E6F8A10",
                        refused.download().toLowerCase());
        UUID id = new RadarrKind()
                .hooks()
                .orElseThrow()
                .read("radarr", NOON, hook.getBytes())
                .sightings()
                .getFirst()
                .occurrence()
                .id();
        assertThat(refused.occurrence().id()).isEqualTo(id);
    }

    @Test
    void tells_its_version_and_refuses_to_be_another_program() {
        server.on("/api/v3/system/status", Answer.json(Samples.text(FOLDER + "api-system-status.json")));
        assertThat(radarr.probe().await().atMost(SOON).version()).isEqualTo("6.0.4.10291");
        server.on("/api/v3/system/status", Answer.json("{\"appName\":\"Sonarr\",\"version\":\"4\"}"));
        assertThatThrownBy(() -> radarr.probe().await().atMost(SOON)).isInstanceOf(Nonsense.class);
    }

    @Test
    void works_below_a_url_base() {
        server.on("/radarr/api/v3/system/status", Answer.json(Samples.text(FOLDER + "api-system-status.json")));
        for (String base : List.of("/radarr", "/radarr/")) {
            var below = kind().open("radarr", At.url(server.url() + base).key("k"));
            assertThat(below.probe().await().atMost(SOON).info()).isEqualTo("Radarr 6.0.4.10291");
        }
    }

    @Test
    void says_how_far_back_its_history_reaches() {
        server.on(
                "/api/v3/history",
                Answer.json("{\"page\":1,\"records\":[{\"id\":7,\"date\":\"2026-01-31T09:00:00Z\"}]}"));
        assertThat(radarr.oldestInHistory().await().atMost(SOON)).contains(Instant.parse("2026-01-31T09:00:00Z"));
        server.on("/api/v3/history", Answer.json("{\"page\":1,\"records\":[]}"));
        assertThat(radarr.oldestInHistory().await().atMost(SOON)).isEmpty();
    }

    private List<Sighting> history(String rows) {
        FakeHistory.at(server, "v3", rows);
        return radarr.history(NOON.minus(Duration.ofDays(1))).await().atMost(SOON);
    }

    private static Sighting hooked(String sample) {
        byte[] body = Samples.bytes(FOLDER + "webhook-" + sample + ".json");
        return new RadarrKind()
                .hooks()
                .orElseThrow()
                .read("radarr", NOON, body)
                .sightings()
                .getFirst();
    }
}
