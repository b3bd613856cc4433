package conveyarr.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.simulator.movie.Movie;
import conveyarr.simulator.qbittorrent.Profile;
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

class SimulatedStackTest {
    static final Movie SOLARIS = Movie.of(593, "Solaris", 1972);

    @TempDir
    Path folder;

    final Receiver receiver = new Receiver();
    SimulatedStack stack;

    @BeforeEach
    void start() {
        stack = SimulatedStack.start(config());
    }

    @AfterEach
    void stop() {
        stack.close();
        receiver.close();
    }

    @Test
    void a_movie_travels_from_request_to_available() {
        int request = stack.seerr().request(SOLARIS, "ana");
        assertThat(stack.seerr().status(request)).isEqualTo(1);
        stack.seerr().approve(request);
        available(request);

        assertThat(receiver.seen())
                .containsExactlyInAnyOrder(
                        "MEDIA_PENDING", "MEDIA_APPROVED", "MovieAdded", "Grab", "Download", "MEDIA_AVAILABLE");
        assertThat(stack.radarr().hooks()).allMatch(SentHook::accepted).hasSize(3);
        assertThat(radarr().get("/api/v3/history?pageSize=50").path("records").findValuesAsText("eventType"))
                .containsExactly("downloadFolderImported", "grabbed");
    }

    @Test
    void hook_bodies_and_headers_are_those_of_the_real_programs() {
        stack.radarr().blockImport(593);
        int request = stack.seerr().request(SOLARIS, "ana");
        stack.seerr().approve(request);
        await().until(() -> receiver.seen().contains("ManualInteractionRequired"));
        stack.radarr().unblockImport(593);
        available(request);

        Map.of(
                        "Grab",
                        "webhook-grab",
                        "Download",
                        "webhook-download",
                        "MovieAdded",
                        "webhook-movie-added",
                        "ManualInteractionRequired",
                        "webhook-manual-interaction-required",
                        "MEDIA_PENDING",
                        "webhook-media-pending-movie",
                        "MEDIA_AVAILABLE",
                        "webhook-media-available-movie")
                .forEach((type, file) -> assertThat(Receiver.shape(receiver.hook(type)))
                        .as(type)
                        .isEqualTo(
                                Receiver.shape(Receiver.sample(file + ".json")).replace("remoteUrl:STRING ", "")));
        assertThat(receiver.call("MEDIA_PENDING").header("Authorization")).isEqualTo("hook-key");
        assertThat(receiver.call("Grab").header("X-Api-Key")).isEqualTo("hook-key");
        assertThat(receiver.hook("Download").path("movieFile").path("id").asText())
                .isEqualTo(radarr().get("/api/v3/history")
                        .path("records")
                        .path(0)
                        .path("data")
                        .path("fileId")
                        .asText());
    }

    @Test
    void a_hook_that_was_not_taken_is_never_sent_again_and_history_still_has_the_fact() {
        receiver.answer(503);
        stack.radarr().dropHooks(1); // MovieAdded
        stack.seerr().trust("ana");
        available(stack.seerr().request(SOLARIS, "ana"));

        assertThat(stack.radarr().hooks()).extracting(SentHook::status).containsExactly(0, 503, 503);
        assertThat(receiver.bodies("radarr")).hasSize(2);
        assertThat(receiver.seen()).contains("MEDIA_AUTO_APPROVED").doesNotContain("MEDIA_APPROVED", "MovieAdded");
        assertThat(radarr().get("/api/v3/history/since?date=2020-01-01T00:00:00Z"))
                .hasSize(2);
    }

    @Test
    void without_the_vpn_nothing_downloads_and_afterwards_it_goes_on() {
        stack.seerr().trust("ana");
        int request = stack.seerr().request(SOLARIS, "ana");
        await().until(() -> stack.qbittorrent().progress(hash()) > 0.1);
        stack.gluetun().dropVpn();
        await().until(() -> stack.qbittorrent().state(hash()).equals("stalledDL"));
        assertThat(new Peer(stack.gluetun().url(), Map.of())
                        .get("/v1/publicip/ip")
                        .path("public_ip")
                        .asText())
                .isEmpty();
        stack.gluetun().restoreVpn();
        available(request);
    }

    @Test
    void a_failed_download_is_in_history_only_and_another_release_is_found() {
        stack.close();
        stack = SimulatedStack.start(config().at(Speeds.fast().download(Duration.ofMinutes(5))));
        stack.seerr().trust("ana");
        stack.seerr().request(SOLARIS, "ana");
        await().until(() -> !stack.radarr().downloadId(593).isEmpty());
        String first = stack.radarr().downloadId(593);
        stack.radarr().failDownload(593);
        await().until(() -> !List.of("", first).contains(stack.radarr().downloadId(593)));

        assertThat(radarr().get("/api/v3/history?eventType=4").path("records").findValuesAsText("downloadId"))
                .containsExactly(first);
        await().untilAsserted(() -> assertThat(receiver.bodies("radarr"))
                .extracting(b -> b.path("eventType").asText())
                .containsExactly("MovieAdded", "Grab", "Grab"));
        assertThat(stack.qbittorrent().hashes()).doesNotContain(first.toLowerCase());
    }

    @Test
    void when_radarr_is_away_an_approved_request_has_failed_and_a_retry_helps() {
        stack.radarr().goAway();
        int request = stack.seerr().request(SOLARIS, "ana");
        stack.seerr().approve(request);
        await().until(() -> receiver.seen().contains("MEDIA_FAILED"));
        assertThat(stack.seerr().status(request)).isEqualTo(4);
        stack.radarr().comeBack();
        stack.seerr().approve(request);
        available(request);
    }

    @Test
    void jellyfin_lists_a_movie_only_after_a_scan_was_asked_for() {
        stack.seerr().trust("ana");
        available(stack.seerr().request(SOLARIS, "ana"));
        Peer jellyfin =
                new Peer(stack.jellyfin().url(), Map.of("Authorization", "MediaBrowser Token=\"demo-jellyfin-key\""));
        String ask = "/Items?Recursive=true&IncludeItemTypes=Movie&Fields=Path,ProviderIds&searchTerm=Solaris";
        assertThat(jellyfin.get(ask).path("TotalRecordCount").asInt()).isZero();
        jellyfin.post(
                "/Library/Media/Updated",
                Json.of("Updates", List.of(Json.of("Path", "/media/movies/Solaris (1972)", "UpdateType", "Created"))));
        await().until(() -> jellyfin.get(ask).path("TotalRecordCount").asInt() == 1);
        JsonNode item = jellyfin.get(ask).path("Items").path(0);
        assertThat(item.path("ProviderIds").path("Tmdb").asText()).isEqualTo("593");
        assertThat(item.path("Path").asText()).startsWith("/media/movies/Solaris (1972)/");
    }

    @Test
    void after_a_restart_the_state_is_there_and_ids_go_on() {
        stack.seerr().trust("ana");
        int first = stack.seerr().request(SOLARIS, "ana");
        available(first);
        stack.close();
        stack = SimulatedStack.start(config());
        assertThat(stack.seerr().status(first)).isEqualTo(5);
        int second = stack.seerr().request(Movie.of(1398, "Stalker", 1979), "ana");
        available(second);
        assertThat(second).isEqualTo(first + 1);
        assertThat(radarr().get("/api/v3/history").path("records"))
                .extracting(row -> row.path("id").asInt())
                .containsExactly(4, 3, 2, 1);
    }

    @Test
    void the_newer_qbittorrent_works_the_same() {
        stack.close();
        stack = SimulatedStack.start(config().with(Profile.V5_1));
        stack.seerr().trust("ana");
        available(stack.seerr().request(SOLARIS, "ana"));
    }

    private StackConfig config() {
        return StackConfig.fast(folder, receiver.url(), "hook-key");
    }

    private Peer radarr() {
        return new Peer(stack.radarr().url(), Map.of("X-Api-Key", stack.radarr().apiKey()));
    }

    private String hash() {
        return stack.radarr().downloadId(593);
    }

    private void available(int request) {
        await().until(() -> stack.seerr().status(request) == 5);
        await().until(() ->
                stack.seerr().hooks().stream().anyMatch(h -> h.type().equals("MEDIA_AVAILABLE")));
    }
}
