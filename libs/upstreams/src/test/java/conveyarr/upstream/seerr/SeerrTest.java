package conveyarr.upstream.seerr;

import static conveyarr.upstream.Sighting.RequestState.APPROVED;
import static conveyarr.upstream.Sighting.RequestState.AVAILABLE;
import static conveyarr.upstream.Sighting.RequestState.DECLINED;
import static conveyarr.upstream.Sighting.RequestState.FAILED;
import static conveyarr.upstream.Sighting.RequestState.PENDING;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.MediaId;
import conveyarr.events.Via;
import conveyarr.upstream.At;
import conveyarr.upstream.FakeServer;
import conveyarr.upstream.FakeServer.Answer;
import conveyarr.upstream.RequestPortal;
import conveyarr.upstream.Samples;
import conveyarr.upstream.Sighting.Asked;
import conveyarr.upstream.Sighting.RequestSeen;
import conveyarr.upstream.Sighting.RequestState;
import conveyarr.upstream.UpstreamContract;
import conveyarr.upstream.UpstreamKind;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against answers captured from Seerr 3.1.0. */
@QuarkusTest
class SeerrTest implements UpstreamContract {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String NONE =
            "{\"pageInfo\":{\"pages\":0,\"pageSize\":10,\"results\":0,\"page\":1},\"results\":[]}";
    private final FakeServer server = new FakeServer();
    private volatile Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private final RequestPortal seerr = SeerrKind.open("seerr", At.url(server.url()), () -> now);

    @Override
    public UpstreamKind kind() {
        return new SeerrKind();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tells_each_request_once_in_its_present_state() {
        lists("api-list-pending", "api-list-approved", "api-list-all");
        titles();
        Map<Long, RequestState> states = states();
        assertThat(states)
                .hasSize(10)
                .containsEntry(2L, PENDING)
                .containsEntry(1L, APPROVED)
                .containsEntry(7L, PENDING);
    }

    @Test
    void available_is_a_matter_of_the_media_and_of_its_variant() {
        lists(null, "api-list-approved-later", "api-list-all-later");
        titles();
        assertThat(states())
                .containsEntry(1L, APPROVED) // HD is wanted, only 4K is there
                .containsEntry(5L, AVAILABLE) // 4K
                .containsEntry(2L, AVAILABLE)
                .containsEntry(7L, AVAILABLE) // stuck at APPROVED for ever
                .containsEntry(3L, DECLINED); // whatever becomes of the media
    }

    @Test
    void a_series_is_available_when_each_wanted_season_is() {
        String list = Samples.text("seerr/3.1.0-source/api-request-list-seerr3.json");
        server.on("/api/v1/request?filter=all", Answer.json(list));
        server.on("/api/v1/request", Answer.json(NONE));
        titles();
        assertThat(states()).containsEntry(19L, APPROVED); // season 1 is there, season 2 is not
        String both = list.replaceFirst("(\"seasonNumber\": 2,\\s+\"status\": )3", "$15");
        assertThat(both).isNotEqualTo(list);
        server.on("/api/v1/request?filter=all", Answer.json(both));
        assertThat(states()).containsEntry(19L, AVAILABLE);
    }

    @Test
    void poll_and_hook_agree_on_what_a_request_is() {
        lists("api-list-pending", "api-list-approved", "api-list-all");
        server.on("/api/v1/movie/", Answer.json("{\"title\":\"Fixture Two\",\"releaseDate\":\"2003-05-15\"}"));
        server.on("/api/v1/tv/", Answer.json("{\"name\":\"Fixture Bad\",\"firstAirDate\":\"2008-01-20\"}"));
        var polled = request(7);
        var hooked = (RequestSeen) new SeerrHooks()
                .read("seerr", Instant.EPOCH, Samples.bytes("seerr/3.1.0/hook-035-MEDIA_PENDING.json"))
                .sightings()
                .getFirst();
        assertThat(polled)
                .usingRecursiveComparison()
                .ignoringFields("occurrence.at", "occurrence.via", "asked.askedAt")
                .isEqualTo(hooked);
        assertThat(polled.occurrence().via()).isEqualTo(Via.POLL);
        assertThat(request(2).occurrence().at()).isBefore(Instant.parse("2026-11-21T04:00:00Z")); // its createdAt
    }

    @Test
    void a_request_that_is_beyond_pending_tells_when_it_was_asked_for() {
        server.on("/api/v1/request?filter=all", Answer.json("""
                {"results":[{"id":12,"status":2,"createdAt":"2024-02-01T09:00:00.000Z","type":"movie",
                 "media":{"tmdbId":603,"status":5}}]}"""));
        server.on("/api/v1/request", Answer.json(NONE));
        titles();
        assertThat(request(12).asked().askedAt()).isEqualTo(Instant.parse("2024-02-01T09:00:00Z"));
        assertThat(request(12).occurrence().at()).isEqualTo(now);
    }

    @Test
    void an_approval_is_as_old_as_a_seerr_says_that_keeps_such_times() {
        String item = "{\"id\":%d,\"status\":2,\"createdAt\":\"2024-02-01T09:00:00.000Z\",\"updatedAt\":\"%s\","
                + "\"type\":\"movie\",\"media\":{\"tmdbId\":603,\"status\":3}}";
        server.on(
                "/api/v1/request?filter=all",
                Answer.json("{\"results\":[" + item.formatted(1, "2024-02-02T10:00:00.000Z") + ","
                        + item.formatted(2, "2024-02-01T09:00:00.000Z") + "]}"));
        server.on("/api/v1/request", Answer.json(NONE));
        titles();
        assertThat(request(1).since()).contains(Instant.parse("2024-02-02T10:00:00Z"));
        assertThat(request(1).occurrence().at()).isEqualTo(now);
        assertThat(request(2).since()).isEmpty();
    }

    @Test
    void a_failed_request_is_told() {
        server.on("/api/v1/request?filter=failed", Answer.json("""
                {"results":[{"id":11,"status":4,"createdAt":"2026-02-01T09:00:00.000Z","type":"movie","is4k":false,
                 "media":{"tmdbId":611,"tvdbId":null,"status":3,"status4k":1},"seasons":[],"requestedBy":{"displayName":"A"}}]}"""));
        server.on("/api/v1/request", Answer.json(NONE));
        server.on("/api/v1/movie/611", Answer.json("{\"title\":\"F\",\"releaseDate\":\"\"}"));
        assertThat(request(11).state()).isEqualTo(FAILED);
        assertThat(request(11).asked())
                .isEqualTo(
                        new Asked("F", Optional.empty(), "A", false, List.of(), Instant.parse("2026-02-01T09:00:00Z")));
    }

    @Test
    void reads_all_pages_of_the_open_requests() {
        server.on("/api/v1/request?filter=approved&take=100&skip=0", Answer.json(page(1, 100)));
        server.on("/api/v1/request?filter=approved&take=100&skip=100", Answer.json(page(101, 130)));
        server.on("/api/v1/request", Answer.json(NONE));
        titles();
        assertThat(states()).hasSize(130);
    }

    @Test
    void a_title_is_asked_for_once() {
        lists("api-list-pending", "api-list-approved", "api-list-all");
        titles();
        states();
        long asked = server.asked("/api/v1/movie/") + server.asked("/api/v1/tv/");
        states();
        assertThat(server.asked("/api/v1/movie/") + server.asked("/api/v1/tv/")).isEqualTo(asked);
    }

    @Test
    void a_request_is_told_even_when_its_title_cannot_be_had() {
        lists("api-list-pending", "api-list-approved", "api-list-all");
        server.on("/api/v1/movie/", Answer.status(500));
        server.on("/api/v1/tv/", Answer.status(404));
        assertThat(request(1).asked().title()).isEqualTo("movie:tmdb:603");
        titles();
        assertThat(request(1).asked().title()).isEqualTo("movie:tmdb:603");
        now = now.plus(Duration.ofMinutes(11));
        assertThat(request(1).asked().title()).isEqualTo("The Fixture Movie");
    }

    @Test
    void a_title_that_cannot_be_had_is_not_asked_for_at_every_poll() {
        server.on("/api/v1/request?filter=all", Answer.json(page(1, 2).replaceFirst("603", "604")));
        server.on("/api/v1/request", Answer.json(NONE));
        server.on("/api/v1/movie/604", Answer.status(500));
        titles();
        assertThat(request(1).asked().title()).isEqualTo("movie:tmdb:604");
        assertThat(request(2).asked().title()).isEqualTo("The Fixture Movie"); // one bad title spoils no other
        now = now.plus(Duration.ofMinutes(2));
        states();
        assertThat(server.asked("/api/v1/movie/604")).isEqualTo(1);
    }

    @Test
    void when_no_title_can_be_had_few_are_asked_for() {
        String many = IntStream.rangeClosed(1, 40)
                .mapToObj(id -> page(id, id).replace("603", "" + id))
                .map(page -> page.substring("{\"results\":[".length(), page.length() - 2))
                .collect(Collectors.joining(",", "{\"results\":[", "]}"));
        server.on("/api/v1/request?filter=all", Answer.json(many));
        server.on("/api/v1/request", Answer.json(NONE));
        server.on("/api/v1/movie/", Answer.status(503));
        assertThat(states()).hasSize(40);
        assertThat(server.asked("/api/v1/movie/")).isLessThan(10);
    }

    @Test
    void all_approved_requests_are_read_every_ten_minutes_and_known_in_between() {
        server.on("/api/v1/request?filter=approved", Answer.json(page(1, 60)));
        server.on("/api/v1/request?filter=all", Answer.json(page(61, 110)));
        server.on("/api/v1/request", Answer.json(NONE));
        titles();
        for (int i = 0; i < 4; i++) {
            assertThat(states()).hasSize(110);
            now = now.plus(Duration.ofMinutes(2));
        }
        assertThat(server.asked("/api/v1/request?filter=approved")).isEqualTo(1);
        assertThat(server.asked("/api/v1/request?filter=pending")).isEqualTo(4);
        now = now.plus(Duration.ofMinutes(2));
        states();
        assertThat(server.asked("/api/v1/request?filter=approved")).isEqualTo(2);
    }

    /** Else it would contradict a hook that came since. */
    @Test
    void what_was_read_before_is_no_older_than_it_says() {
        server.on("/api/v1/request?filter=approved", Answer.json(page(1, 60)));
        server.on("/api/v1/request?filter=all", Answer.json(page(61, 110)));
        server.on("/api/v1/request", Answer.json(NONE));
        titles();
        Instant then = now;
        states();
        now = now.plus(Duration.ofMinutes(2));
        assertThat(request(5).occurrence().at()).isEqualTo(then);
        assertThat(request(70).occurrence().at()).isEqualTo(now);
    }

    @Test
    void what_is_gone_from_the_newest_is_not_kept_alive_by_what_was_read_before() {
        server.on("/api/v1/request?filter=approved", Answer.json(page(1, 60)));
        server.on("/api/v1/request?filter=all", Answer.json(page(11, 60)));
        server.on("/api/v1/request", Answer.json(NONE));
        titles();
        assertThat(states()).hasSize(60);
        server.on("/api/v1/request?filter=all", Answer.json(page(10, 59)));
        assertThat(states()).hasSize(59).doesNotContainKey(60L);
        server.on("/api/v1/request?filter=all", Answer.json(page(61, 110))); // newer ones push it out of the newest
        assertThat(states()).hasSize(109).doesNotContainKey(60L);
        server.on("/api/v1/request?filter=all", Answer.json(page(1, 3)));
        assertThat(states()).hasSize(3);
    }

    @Test
    void a_request_whose_media_was_deleted_again_is_nothing_to_follow() {
        String item = "{\"id\":%d,\"status\":5,\"type\":\"movie\",\"is4k\":%s,"
                + "\"media\":{\"tmdbId\":603,\"status\":%d,\"status4k\":%d}}";
        server.on(
                "/api/v1/request?filter=all",
                Answer.json("{\"results\":[" + item.formatted(1, false, 7, 5) + "," + item.formatted(2, true, 5, 7)
                        + "," + item.formatted(3, false, 5, 7) + "]}"));
        server.on("/api/v1/request", Answer.json(NONE));
        titles();
        assertThat(states()).containsOnly(Map.entry(3L, AVAILABLE));
    }

    @Test
    void the_words_of_strangers_are_cut() {
        server.on("/api/v1/request?filter=all", Answer.json(page(1, 1)));
        server.on("/api/v1/request", Answer.json(NONE));
        server.on("/api/v1/movie/", Answer.json("{\"title\":\"" + "x".repeat(9000) + "\"}"));
        assertThat(request(1).asked().title()).hasSize(500);
    }

    @Test
    void what_a_later_version_may_add_does_not_hide_the_rest() {
        server.on("/api/v1/request?filter=all", Answer.json("""
                {"results":[{"id":1,"status":1,"type":"music","media":{"tmdbId":1}},{"id":2,"status":1,"type":"movie"},
                 {"id":3,"status":1,"type":"movie","createdAt":null,"media":{"tmdbId":603}}]}"""));
        server.on("/api/v1/request", Answer.json(NONE));
        titles();
        assertThat(states()).containsOnlyKeys(3L);
    }

    @Test
    void reads_what_overseerr_gives() {
        server.on(
                "/api/v1/request?filter=all",
                Answer.json(Samples.text("seerr/1.34-source/api-request-list-overseerr1.json")));
        server.on("/api/v1/request", Answer.json(NONE));
        titles();
        assertThat(request(17).media()).isEqualTo(MediaId.movie(10378));
    }

    @Test
    void tells_its_version_and_product_with_the_key_checked() {
        server.on("/api/v1/auth/me", Answer.json(Samples.text("seerr/3.1.0/api-auth-me.json")));
        server.on("/api/v1/status", Answer.json(Samples.text("seerr/3.1.0/api-status.json")));
        assertThat(seerr.probe().await().atMost(SOON).info()).startsWith("Seerr ");
        assertThat(server.asked()).allMatch(call -> At.SECRET.equals(call.header("X-Api-Key")));
        server.on("/api/v1/status", Answer.json("{\"version\":\"1.34.0\"}"));
        assertThat(seerr.probe().await().atMost(SOON).info()).isEqualTo("Overseerr or Jellyseerr 1.34.0");
        server.on("/api/v1/status", Answer.status(500));
        assertThat(seerr.probe().await().atMost(SOON).version()).isEqualTo("unknown");
    }

    private void lists(String pending, String approved, String all) {
        server.on("/api/v1/request?filter=pending", list(pending));
        server.on("/api/v1/request?filter=approved", list(approved));
        server.on("/api/v1/request?filter=all", list(all));
        server.on("/api/v1/request?filter=failed", list("api-list-failed"));
    }

    private static Answer list(String name) {
        return Answer.json(name == null ? NONE : Samples.text("seerr/3.1.0/" + name + ".json"));
    }

    private void titles() {
        server.on("/api/v1/movie/", Answer.json(Samples.text("seerr/3.1.0/api-movie-603.json")));
        server.on("/api/v1/tv/", Answer.json("{\"name\":\"Fixture Series\",\"firstAirDate\":\"2008-01-20\"}"));
    }

    private static String page(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(id ->
                        "{\"id\":" + id + ",\"status\":2,\"type\":\"movie\",\"media\":{\"tmdbId\":603,\"status\":3}}")
                .collect(Collectors.joining(",", "{\"results\":[", "]}"));
    }

    private Map<Long, RequestState> states() {
        return seerr.requests().await().atMost(SOON).stream()
                .collect(toMap(seen -> seen.request().number(), RequestSeen::state));
    }

    private RequestSeen request(long number) {
        return seerr.requests().await().atMost(SOON).stream()
                .filter(seen -> seen.request().number() == number)
                .findFirst()
                .orElseThrow();
    }
}
