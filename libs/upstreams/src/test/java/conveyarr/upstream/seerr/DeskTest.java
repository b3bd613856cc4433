package conveyarr.upstream.seerr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conveyarr.events.MediaId;
import conveyarr.events.RequestEvent.RequestAction;
import conveyarr.upstream.At;
import conveyarr.upstream.FakeServer;
import conveyarr.upstream.FakeServer.Answer;
import conveyarr.upstream.RequestPortal;
import conveyarr.upstream.RequestPortal.Account;
import conveyarr.upstream.RequestPortal.Contacts;
import conveyarr.upstream.RequestPortal.Found;
import conveyarr.upstream.RequestPortal.Wish;
import conveyarr.upstream.UpstreamTrouble.Declined;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Seerr does for those who ask and decide: answers as captured from 3.1.0 or read from its source. */
@QuarkusTest
class DeskTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Found MATRIX = new Found(MediaId.movie(603), 603, "The Matrix", Optional.of(1999), "");
    private static final Found BAD = new Found(MediaId.series(81189), 1396, "Breaking Bad", Optional.of(2008), "");
    private static final String MADE = """
            {"id":12,"status":1,"createdAt":"2026-02-01T09:00:00.000Z","type":"movie","is4k":false,
             "media":{"tmdbId":603,"tvdbId":null,"status":2,"status4k":1},"seasons":[],"requestedBy":{"displayName":"ana"}}""";
    private final FakeServer server = new FakeServer();
    private final RequestPortal seerr = SeerrKind.open("seerr", At.url(server.url()), Instant::now);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_search_holds_movies_and_series_and_escapes_what_seerr_calls_reserved() {
        server.on("/api/v1/search", Answer.json("""
                {"results":[{"id":603,"mediaType":"movie","title":"The Matrix","releaseDate":"1999-03-31","overview":"Neo."},
                 {"id":6384,"mediaType":"person","name":"Keanu Reeves"},
                 {"id":1396,"mediaType":"tv","name":"Breaking Bad","firstAirDate":"2008-01-20","mediaInfo":{"tvdbId":81189}},
                 {"id":1399,"mediaType":"tv","name":"Other","firstAirDate":""}]}"""));
        assertThat(seerr.search("What's Up, Doc? + *100%*").await().atMost(SOON))
                .extracting(one -> one.media().value())
                .containsExactly("movie:tmdb:603", "series:tvdb:81189", "series:tmdb:1399");
        assertThat(server.asked().getFirst().pathAndQuery())
                .isEqualTo("/api/v1/search?query=What%27s%20Up%2C%20Doc%3F%20%2B%20%2A100%25%2A");
    }

    @Test
    void it_is_told_to_look_at_what_is_new_in_its_media_server_and_without_one_at_the_arr_programs() {
        server.on("/api/v1/settings/jobs/", Answer.json("{\"id\":\"x\",\"running\":true}"));
        server.on("/api/v1/settings/jobs", Answer.json("""
                [{"id":"jellyfin-recently-added-scan","type":"process","running":false},{"id":"jellyfin-full-scan"},
                 {"id":"radarr-scan"},{"id":"sonarr-scan"},{"id":"availability-sync"}]"""));
        seerr.lookAtLibrary().await().atMost(SOON);
        assertThat(ran()).containsExactly("/api/v1/settings/jobs/jellyfin-recently-added-scan/run");
        server.on("/api/v1/settings/jobs", Answer.json("[{\"id\":\"radarr-scan\"},{\"id\":\"download-sync\"}]"));
        seerr.lookAtLibrary().await().atMost(SOON);
        assertThat(ran()).last().isEqualTo("/api/v1/settings/jobs/radarr-scan/run");
        assertThat(ran()).hasSize(2);
    }

    @Test
    void the_channels_by_which_it_tells_people_itself_are_those_that_are_on_for_what_is_available() {
        String at = "/api/v1/settings/notifications/";
        server.on(at + "discord", Answer.json("{\"enabled\":true,\"types\":222,\"options\":{}}"));
        server.on(at + "telegram", Answer.json("{\"enabled\":true,\"types\":16,\"options\":{}}"));
        server.on(at + "slack", Answer.json("{\"enabled\":false,\"types\":8,\"options\":{}}"));
        server.on(at + "email", Answer.json("{\"enabled\":true,\"options\":{}}"));
        assertThat(seerr.announcers().await().atMost(SOON)).containsExactly("discord", "email");
        assertThat(server.asked(at + "webhook")).isZero();
    }

    private List<String> ran() {
        return server.asked().stream()
                .filter(call -> call.method().equals("POST"))
                .map(FakeServer.Asked::pathAndQuery)
                .toList();
    }

    @Test
    void a_title_is_found_by_its_id_and_keeps_the_id_that_was_asked_for() {
        server.on(
                "/api/v1/movie/603",
                Answer.json("{\"id\":603,\"title\":\"The Matrix\",\"releaseDate\":\"1999-03-31\"}"));
        server.on(
                "/api/v1/tv/1396",
                Answer.json(
                        "{\"id\":1396,\"name\":\"Breaking Bad\",\"firstAirDate\":\"2008-01-20\",\"externalIds\":{\"tvdbId\":81189}}"));
        server.on(
                "/api/v1/search?query=tvdb%3A81189",
                Answer.json(
                        "{\"results\":[{\"id\":1396,\"mediaType\":\"tv\",\"name\":\"Breaking Bad\",\"firstAirDate\":\"2008-01-20\"}]}"));
        assertThat(found("movie:tmdb:603")).contains(MATRIX);
        assertThat(found("series:tvdb:81189")).contains(BAD);
        assertThat(found("series:tmdb:1396")).contains(BAD);
        assertThat(found("album:musicbrainz:x")).isEmpty();
    }

    @Test
    void somebody_asks_with_the_rights_of_that_account() {
        server.on("/api/v1/request/12", Answer.json(MADE));
        server.on("/api/v1/request", Answer.json("{\"id\":12}"));
        server.on("/api/v1/movie/603", Answer.json("{\"title\":\"The Matrix\",\"releaseDate\":\"1999-03-31\"}"));
        var made = seerr.ask(new Wish(MATRIX, List.of(), false, 7)).await().atMost(SOON);
        assertThat(made.request().number()).isEqualTo(12);
        var asked = server.asked().getFirst();
        assertThat(asked.header("X-API-User")).isEqualTo("7");
        assertThat(asked.body()).isEqualTo("{\"mediaType\":\"movie\",\"mediaId\":603,\"is4k\":false}");
    }

    @Test
    void what_seerr_does_not_take_is_told_in_its_own_words() {
        server.on("/api/v1/request", Answer.json("{\"message\":\"No seasons available to request\"}"));
        assertThatThrownBy(() -> seerr.ask(new Wish(BAD, List.of(1, 2), false, 1))
                        .await()
                        .atMost(SOON))
                .isInstanceOfSatisfying(
                        Declined.class, no -> assertThat(no.words()).isEqualTo("No seasons available to request"));
        assertThat(server.asked().getFirst().body())
                .contains("\"seasons\":[1,2]")
                .contains("\"mediaType\":\"tv\"");
        server.on("/api/v1/request", json(409, "{\"message\":\"Request for this media already exists.\"}"));
        assertThatThrownBy(() ->
                        seerr.ask(new Wish(MATRIX, List.of(), true, 1)).await().atMost(SOON))
                .hasMessage("seerr says no: Request for this media already exists.");
        server.on("/api/v1/request", json(403, "{\"message\":\"invalid csrf token\"}"));
        assertThatThrownBy(() -> seerr.act(12, RequestAction.APPROVE).await().atMost(SOON))
                .isInstanceOf(Declined.class)
                .hasMessageContaining("Enable CSRF Protection");
    }

    @Test
    void each_action_is_the_call_that_seerr_has_for_it() {
        server.on(
                "/api/v1/request/12",
                asked -> asked.method().equals("DELETE") ? Answer.status(204) : Answer.json("{\"id\":12}"));
        for (RequestAction action : RequestAction.values()) {
            seerr.act(12, action).await().atMost(SOON);
        }
        assertThat(server.asked())
                .extracting(asked -> asked.method() + " " + asked.pathAndQuery())
                .containsExactly(
                        "POST /api/v1/request/12/approve",
                        "POST /api/v1/request/12/decline",
                        "POST /api/v1/request/12/retry",
                        "DELETE /api/v1/request/12");
    }

    @Test
    void a_request_that_is_gone_is_none_but_a_wrong_address_is_trouble() {
        server.on("/api/v1/request/9", json(404, "{\"message\":\"Request not found.\"}"));
        assertThat(seerr.request(9).await().atMost(SOON)).isEmpty();
        server.on("/api/v1/request/9", Answer.page());
        assertThatThrownBy(() -> seerr.request(9).await().atMost(SOON)).isInstanceOf(Nonsense.class);
    }

    @Test
    void people_are_known_by_all_their_names() {
        server.on(
                "/api/v1/user/2/settings/notifications",
                Answer.json("{\"discordId\":\"4711\",\"telegramChatId\":\"\"}"));
        server.on("/api/v1/user", Answer.json("""
                {"results":[{"id":2,"displayName":"Ana","username":null,"jellyfinUsername":"ana.j","email":"ana@example.org"}]}"""));
        assertThat(seerr.accounts().await().atMost(SOON))
                .containsExactly(new Account(2, "Ana", Optional.of("ana@example.org"), List.of("ana.j")));
        assertThat(seerr.contacts(2).await().atMost(SOON))
                .isEqualTo(new Contacts(Optional.of("4711"), Optional.empty()));
    }

    private Optional<Found> found(String media) {
        return seerr.find(new MediaId(media)).await().atMost(SOON);
    }

    private static Answer json(int status, String body) {
        return new Answer(status, Map.of("Content-Type", "application/json"), body);
    }
}
