package conveyarr.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.series.Series;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Peer;
import conveyarr.simulator.wire.SentHook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesStackTest {
    static final Series HARBOUR = Series.of(7001, "Harbour", 1999, 3, 2);
    /** What Sonarr sends from version 5 on. */
    static final List<String> NEWER = List.of("malIds", "aniListIds", "originalCountry", "indexerFlags");

    @TempDir
    Path folder;

    final Receiver receiver = new Receiver();
    SimulatedStack stack;

    @BeforeEach
    void start() {
        stack = SimulatedStack.start(StackConfig.fast(folder, receiver.url(), "hook-key"));
        stack.seerr().trust("ana");
    }

    @AfterEach
    void stop() {
        stack.close();
        receiver.close();
    }

    @Test
    void a_season_comes_as_one_pack_and_file_by_file_into_the_library() {
        int request = stack.seerr().request(HARBOUR, List.of(1), "ana");
        await().until(() -> stack.seerr().status(request) == 5);
        await().untilAsserted(() -> assertThat(types())
                .containsExactly("SeriesAdd", "Grab", "Download", "Download", "Download", "Download"));
        assertThat(stack.sonarr().hooks()).allMatch(SentHook::accepted);
        assertThat(receiver.hook("Grab").path("episodes")).hasSize(3);
        assertThat(sonarr().get("/api/v3/history?pageSize=50").path("records").findValuesAsText("eventType"))
                .containsExactly(
                        "downloadFolderImported",
                        "downloadFolderImported",
                        "downloadFolderImported",
                        "grabbed",
                        "grabbed",
                        "grabbed");
        JsonNode seasons = sonarr().get("/api/v3/series/1").path("seasons");
        assertThat(seasons.path(0).at("/statistics/episodeFileCount").asInt()).isEqualTo(3);
        assertThat(seasons.path(1).path("monitored").asBoolean()).isFalse();
        assertThat(seerr(request).at("/media/status").asInt()).isEqualTo(4);
        assertThat(seerr(request).at("/media/seasons/0/status").asInt()).isEqualTo(5);
    }

    @Test
    void hook_bodies_are_those_of_the_real_sonarr() {
        int request = stack.seerr().request(HARBOUR, List.of(1), "ana");
        await().until(() -> stack.seerr().status(request) == 5);
        stack.sonarr().improve(7001, "S01E02");
        await().until(() -> types().contains("EpisodeFileDelete"));
        await().until(() -> types().size() == 10);
        stack.seerr().remove(HARBOUR);

        var bodies = receiver.bodies("sonarr");
        alike(receiver.hook("SeriesAdd"), "series-add");
        alike(receiver.hook("Grab"), "grab-season-pack");
        alike(bodies.get(5), "import-complete");
        alike(bodies.get(8), "download-upgrade");
        alike(receiver.hook("SeriesDelete"), "series-delete");
        assertThat(receiver.hook("SeriesDelete").path("deletedFiles").asBoolean())
                .isTrue();
        assertThat(bodies.get(8).at("/episodeFile/id").asText())
                .isEqualTo(bodies.get(9).at("/episodeFiles/0/id").asText());
        var told = receiver.hook("MEDIA_AUTO_APPROVED");
        assertThat(Receiver.shape(told)).isEqualTo(Receiver.shape(Receiver.sample("webhook-media-approved-tv.json")));
        assertThat(told.at("/event").asText()).isEqualTo("Series Request Automatically Approved");
        assertThat(told.at("/extra/0/value").asText()).isEqualTo("1");
    }

    @Test
    void what_no_indexer_has_is_missing_until_it_comes_out() {
        stack.sonarr().findNothing(7001, "S01E03");
        int request = stack.seerr().request(HARBOUR, List.of(1), "ana");
        await().until(() -> stack.sonarr().files(7001) == 2);
        assertThat(sonarr().get("/api/v3/wanted/missing").path("records").findValuesAsText("episodeNumber"))
                .containsExactly("3");
        assertThat(stack.seerr().status(request)).isEqualTo(2);
        stack.sonarr().comeOut(7001, "S01E03");
        await().until(() -> stack.seerr().status(request) == 5);
        assertThat(stack.qbittorrent().hashes()).hasSize(3);
    }

    @Test
    void a_pack_is_a_row_of_the_queue_for_each_episode_and_any_of_them_removes_it() {
        stack.close();
        stack = SimulatedStack.start(StackConfig.fast(folder, receiver.url(), "hook-key")
                .at(Speeds.fast().download(Duration.ofMinutes(5))));
        stack.seerr().request(HARBOUR, List.of(1), "ana");
        await().until(() -> queue().size() == 3);
        assertThat(queue()).extracting(row -> row.path("id").asInt()).doesNotHaveDuplicates();
        assertThat(queue().findValuesAsText("downloadId"))
                .hasSize(3)
                .containsOnly(queue().get(0).path("downloadId").asText());
        sonarr().delete("/api/v3/queue/" + queue().get(1).path("id").asText() + "?skipRedownload=true&blocklist=true");
        assertThat(queue()).isEmpty();
        assertThat(stack.qbittorrent().hashes()).isEmpty();
        assertThat(sonarr().get("/api/v3/history?eventType=4").path("records")).hasSize(3);
    }

    @Test
    void jellyfin_lists_the_episodes_of_the_folders_that_it_was_asked_to_look_at() {
        int request = stack.seerr().request(HARBOUR, List.of(1, 2), "ana");
        await().until(() -> stack.seerr().status(request) == 5);
        var jellyfin =
                new Peer(stack.jellyfin().url(), Map.of("Authorization", "MediaBrowser Token=\"demo-jellyfin-key\""));
        look(jellyfin, "/media/series/Harbour (1999)/Season 02");
        await().until(() -> stack.jellyfin().episodes(7001) == 2);
        look(jellyfin, "/media/series/Harbour (1999)");
        await().until(() -> stack.jellyfin().episodes(7001) == 5);
        JsonNode show = jellyfin.get("/Items?IncludeItemTypes=Series&Fields=ProviderIds&searchTerm=harb")
                .at("/Items/0");
        assertThat(show.at("/ProviderIds/Tvdb").asText()).isEqualTo("7001");
        assertThat(jellyfin.get("/Shows/" + show.path("Id").asText() + "/Episodes?Limit=1")
                        .at("/Items/0/IndexNumber")
                        .asInt())
                .isPositive();
        stack.seerr().remove(HARBOUR);
        look(jellyfin, "/media/series/Harbour (1999)/Season 02");
        await().until(() -> stack.jellyfin().episodes(7001) == 0);
    }

    @Test
    void hooks_that_fail_block_the_connection_as_radarrs_do() {
        receiver.answer(503);
        stack.sonarr().hooksFailSince(Duration.ofHours(1));
        stack.seerr().request(HARBOUR, List.of(1), "ana");
        await().until(() -> stack.sonarr().hooksBlocked());
        await().until(() -> stack.sonarr().files(7001) == 3);
        assertThat(stack.sonarr().hooks()).hasSize(1);
        assertThat(sonarr().get("/api/v3/history/series?seriesId=1&includeEpisode=true"))
                .hasSize(6);
    }

    private static void look(Peer jellyfin, String path) {
        jellyfin.post(
                "/Library/Media/Updated", Json.of("Updates", List.of(Json.of("Path", path, "UpdateType", "Created"))));
    }

    private static void alike(JsonNode body, String sample) {
        JsonNode expected = Receiver.sample("sonarr-webhook-" + sample + ".json");
        expected.findParents("id").forEach(node -> ((ObjectNode) node).remove(NEWER));
        expected.findParents("indexerFlags").forEach(node -> ((ObjectNode) node).remove(NEWER));
        assertThat(Receiver.shape(body))
                .as(sample)
                .isEqualTo(Receiver.shape(expected).replace("remoteUrl:STRING ", ""));
    }

    private List<String> types() {
        return receiver.bodies("sonarr").stream()
                .map(body -> body.path("eventType").asText())
                .toList();
    }

    private JsonNode queue() {
        return sonarr().get("/api/v3/queue?pageSize=1000").path("records");
    }

    private JsonNode seerr(int request) {
        return new Peer(stack.seerr().url(), Map.of("X-Api-Key", stack.seerr().apiKey()))
                .get("/api/v1/request/" + request);
    }

    private Peer sonarr() {
        return new Peer(stack.sonarr().url(), Map.of("X-Api-Key", stack.sonarr().apiKey()));
    }
}
