package conveyarr.upstream.sonarr;

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
import conveyarr.upstream.Sighting.Grabbed;
import conveyarr.upstream.Sighting.ImportRefused;
import conveyarr.upstream.Sighting.Imported;
import conveyarr.upstream.UpstreamContract;
import conveyarr.upstream.UpstreamKind;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers written from the source of Sonarr 4.0.19.2979, with {@code includeSeries} and {@code includeEpisode}. */
@QuarkusTest
class SonarrTest implements UpstreamContract {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Instant NOON = Instant.parse("2026-02-02T12:00:00Z");
    private static final String FOLDER = "sonarr/4.0.19-source/";
    private final FakeServer server = new FakeServer();
    private final ArrApp sonarr = (ArrApp) kind().open("sonarr", At.url(server.url()));

    @Override
    public UpstreamKind kind() {
        return new SonarrKind();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tells_its_version_and_refuses_to_be_another_program() {
        server.on("/api/v3/system/status", Answer.json("{\"appName\":\"Sonarr\",\"version\":\"4.0.19.2979\"}"));
        assertThat(sonarr.probe().await().atMost(SOON).version()).isEqualTo("4.0.19.2979");
        server.on("/api/v3/system/status", Answer.json("{\"appName\":\"Radarr\",\"version\":\"6.0.3\"}"));
        assertThatThrownBy(() -> sonarr.probe().await().atMost(SOON))
                .isInstanceOf(Nonsense.class)
                .hasMessage("sonarr is not Sonarr but Radarr");
    }

    @Test
    void a_season_of_seven_rows_is_one_grab_and_two_files() {
        List<Sighting> history = arrivals();
        assertThat(history).allMatch(sighting -> sighting.media().equals(MediaId.series(999001)));
        assertThat(episodes(history.getFirst())).containsExactly("S01E01", "S01E02", "S01E03");
        assertThat(episodes(history.get(1))).containsExactly("S01E01", "S01E02");
        assertThat(episodes(history.get(2))).containsExactly("S01E03");
        assertThat(((Imported) history.get(1)).file().upgrade()).isFalse();
        assertThat(((Imported) history.get(2)).file().upgrade()).isTrue();
        assertThat(((Grabbed) history.getFirst()).trace().row()).contains(701L);
        assertThat(server.asked().getFirst().pathAndQuery())
                .isEqualTo(
                        "/api/v3/history?page=1&includeEpisode=true&includeSeries=true&pageSize=250&sortDirection=descending&sortKey=date");
    }

    /** What the history tells beside the file that an upgrade replaced. */
    private List<Sighting> arrivals() {
        List<Sighting> arrivals = history().stream()
                .filter(seen -> seen instanceof Grabbed || seen instanceof Imported)
                .toList();
        assertThat(arrivals).hasExactlyElementsOfTypes(Grabbed.class, Imported.class, Imported.class);
        return arrivals;
    }

    @Test
    void history_and_hook_of_the_same_fact_have_the_same_id_and_tell_the_same() {
        List<Sighting> history = arrivals();
        assertThat(history.getFirst())
                .usingRecursiveComparison()
                .ignoringFields("trace.at", "trace.via", "trace.row")
                .isEqualTo(hooked("grab-season-pack"));
        assertThat(history.getLast())
                .usingRecursiveComparison()
                .ignoringFields("trace.at", "trace.via", "trace.row")
                .isEqualTo(hooked("download-upgrade"));
    }

    @Test
    void the_same_release_once_more_is_a_grab_of_its_own_with_a_row_of_its_own() {
        String rows = Samples.text(FOLDER + "api-history-since-with-series.json");
        String again = rows.replaceAll("\"id\": 70(\\d)", "\"id\": 80$1").replace("T09:00:0", "T11:00:0");
        FakeHistory.at(server, "v3", rows.replaceAll("]\\s*$", ",") + again.replaceAll("^\\s*\\[", ""));
        assertThat(sonarr.history(NOON.minus(Duration.ofDays(1))).await().atMost(SOON).stream()
                        .filter(Grabbed.class::isInstance)
                        .map(seen -> ((Grabbed) seen).trace().row().orElseThrow()))
                .containsExactly(701L, 801L);
    }

    @Test
    void one_download_of_three_rows_in_the_queue_waits_once_with_the_id_of_its_hook() {
        server.on("/api/v3/queue", Answer.json(Samples.text(FOLDER + "api-queue-page-blocked.json")));
        var refused = sonarr.refusedImports().await().atMost(SOON);
        assertThat(refused).hasSize(1);
        var only = (ImportRefused) refused.getFirst();
        assertThat(only.media()).isEqualTo(MediaId.series(999001));
        assertThat(only.occurrence().via()).isEqualTo(Via.POLL);
        assertThat(only)
                .usingRecursiveComparison()
                .ignoringFields("trace.at", "trace.via")
                .isEqualTo(hooked("manual-interaction-required"));
    }

    private List<Sighting> history() {
        FakeHistory.at(server, "v3", Samples.text(FOLDER + "api-history-since-with-series.json"));
        return sonarr.history(NOON.minus(Duration.ofDays(1))).await().atMost(SOON);
    }

    private Sighting hooked(String sample) {
        byte[] body = Samples.bytes(FOLDER + "webhook-" + sample + ".json");
        return kind().hooks()
                .orElseThrow()
                .read("sonarr", NOON, body)
                .sightings()
                .getFirst();
    }

    private static List<String> episodes(Sighting sighting) {
        return (sighting instanceof Grabbed grabbed
                        ? grabbed.release().episodes()
                        : ((Imported) sighting).file().episodes())
                .orElseThrow()
                .codes();
    }
}
