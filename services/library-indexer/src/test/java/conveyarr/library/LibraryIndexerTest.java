package conveyarr.library;

import static conveyarr.testkit.SimulatedPrograms.stack;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import conveyarr.events.LibraryEvent.LibraryOverdue;
import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.MediaId;
import conveyarr.events.Topics;
import conveyarr.flow.wire.Json;
import conveyarr.simulator.movie.Movie;
import conveyarr.simulator.wire.SentHook;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.SimulatedPrograms;
import conveyarr.testkit.TopicReader;
import conveyarr.upstream.Sighting.Imported;
import conveyarr.upstream.Upstreams;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service on a real broker and a real database, with simulated programs. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(
        value = SimulatedPrograms.class,
        initArgs = {
            @ResourceArg(name = "conveyarr.library.history-every", value = "1s"),
            @ResourceArg(name = "conveyarr.library.poll-every", value = "1s"),
            @ResourceArg(name = "conveyarr.library.scan-when-quiet-for", value = "100ms"),
            @ResourceArg(name = "conveyarr.library.scan-again-after", value = "1s"),
            @ResourceArg(name = "conveyarr.library.overdue-after", value = "2s")
        })
class LibraryIndexerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String IMPORTED = "library.file-imported.v1";
    private static final String SCAN = "library.scan-requested.v1";
    private static final String OVERDUE = "library.overdue.v1";
    private static final String AVAILABLE = "library.available.v1";

    @Inject
    LibraryFlow flow;

    @Inject
    LibraryItems items;

    @Inject
    Upstreams upstreams;

    @BeforeEach
    void prepared() {
        await().atMost(PATIENCE).until(flow::prepared);
    }

    @Test
    void an_import_that_is_told_three_times_by_hook_and_once_by_history_is_one_way_to_available() {
        var solaris = asked(Movie.of(593, "Solaris", 1972));
        eventually(solaris, AVAILABLE);
        assertThat(names(solaris)).startsWith(IMPORTED).contains(SCAN);
        assertThat(names(solaris)).containsOnlyOnce(IMPORTED).containsOnlyOnce(AVAILABLE);
        var available = Json.read(told(solaris, AVAILABLE).value(), MediaBecameAvailable.class);
        assertThat(available.server()).contains("jellyfin");
        assertThat(available.item()).isPresent();
    }

    @Test
    void an_import_that_no_hook_brought_is_found_in_the_history_with_the_same_id() {
        stack().radarr().dropHooks(3);
        var stalker = asked(Movie.of(1398, "Stalker", 1979));
        eventually(stalker, AVAILABLE);
        var imported = records(stalker).getFirst();
        assertThat(TopicReader.header(imported, "ce_type")).isEqualTo(IMPORTED);
        assertThat(TopicReader.header(imported, "ce_via")).isEqualTo("history");
        assertThat(TopicReader.header(imported, "ce_id")).isEqualTo(idByHook(stalker));
    }

    @Test
    void a_title_that_jellyfin_does_not_list_is_scanned_for_again_and_available_only_when_it_does() throws Throwable {
        stack().jellyfin().neverList(1396);
        var mirror = asked(Movie.of(1396, "Mirror", 1975));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(names(mirror).stream().filter(SCAN::equals)).hasSizeGreaterThan(1));
        assertThat(VertxContextSupport.subscribeAndAwait(items::waiting))
                .hasEntrySatisfying(mirror, waiting -> assertThat(waiting)
                        .extracting(one -> one.waited().missed())
                        .isEqualTo(true));
        assertThat(names(mirror)).doesNotContain(AVAILABLE);
        stack().jellyfin().listAgain(1396);
        eventually(mirror, AVAILABLE);
        assertThat(stack().jellyfin().lists(1396)).isTrue();
    }

    @Test
    void a_jellyfin_that_is_away_is_asked_when_it_is_back() {
        stack().jellyfin().goAway();
        var alien = asked(Movie.of(348, "Alien", 1979));
        eventually(alien, IMPORTED);
        stack().jellyfin().comeBack();
        eventually(alien, AVAILABLE);
        assertThat(names(alien)).startsWith(IMPORTED).contains(SCAN).containsOnlyOnce(AVAILABLE);
    }

    @Test
    void a_login_page_in_front_of_jellyfin_is_told_once_as_the_cause_until_jellyfin_answers_itself() {
        stack().jellyfin().hideBehindLogin();
        var sacrifice = asked(Movie.of(1395, "The Sacrifice", 1986));
        eventually(sacrifice, OVERDUE);
        var overdue = Json.read(told(sacrifice, OVERDUE).value(), LibraryOverdue.class);
        assertThat(overdue.code()).isEqualTo("SERVER_ANSWERS_WRONG");
        assertThat(overdue.server()).contains("jellyfin");
        assertThat(overdue.words()).contains("redirects to /login (HTTP 302)");
        stack().jellyfin().showAgain();
        eventually(sacrifice, AVAILABLE);
        assertThat(codes(sacrifice)).containsOnlyOnce("SERVER_ANSWERS_WRONG");
    }

    @Test
    void what_came_is_found_by_its_words_even_with_a_slip_and_by_its_folder() {
        var nostalghia = asked(Movie.of(1394, "Nostalghia", 1983));
        eventually(nostalghia, AVAILABLE);
        for (String words : List.of("nostalghia", "NOSTALGHAI", "movie:tmdb:1394", "/nostalghia")) {
            api().queryParam("q", words)
                    .get("/api/v1/library")
                    .then()
                    .statusCode(200)
                    .body("titles[0].media", equalTo("movie:tmdb:1394"))
                    .body("titles[0].files", equalTo(1))
                    .body("titles[0].state", equalTo("available"));
        }
        api().get("/api/v1/library/movie:tmdb:1394")
                .then()
                .statusCode(200)
                .body("files[0].instance", equalTo("radarr"));
        api().get("/api/v1/library/movie:tmdb:9").then().statusCode(404);
        api().queryParam("kind", "game").get("/api/v1/library").then().statusCode(400);
        api().get("/api/v1/library/paths").then().statusCode(200);
        api().get("/api/v1/disks").then().statusCode(200).body("[0].instance", equalTo("radarr"));
        String next = api().queryParam("limit", 1).get("/api/v1/library").path("next");
        api().queryParam("limit", 1)
                .queryParam("cursor", next)
                .get("/api/v1/library")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification api() {
        return given().header("X-Api-Key", EmbeddedStack.API_KEY);
    }

    private static MediaId asked(Movie movie) {
        stack().seerr().approve(stack().seerr().request(movie, "ana"));
        return MediaId.movie(movie.tmdbId());
    }

    /** The id that the hook would have given, had it arrived. */
    private String idByHook(MediaId media) {
        var reader = upstreams.hooks("radarr").orElseThrow();
        return stack().radarr().hooks().stream()
                .map(SentHook::body)
                .map(body -> reader.read("radarr", Instant.now(), body.getBytes(StandardCharsets.UTF_8)))
                .flatMap(reading -> reading.sightings().stream())
                .filter(seen -> seen.media().equals(media) && seen instanceof Imported)
                .map(seen -> seen.occurrence().id().toString())
                .findFirst()
                .orElseThrow();
    }

    private static void eventually(MediaId media, String name) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(names(media)).contains(name));
    }

    private static List<String> codes(MediaId media) {
        return records(media).stream()
                .filter(record -> TopicReader.header(record, "ce_type").equals(OVERDUE))
                .map(record -> Json.read(record.value(), LibraryOverdue.class).code())
                .toList();
    }

    private static ConsumerRecord<String, byte[]> told(MediaId media, String name) {
        return records(media).stream()
                .filter(record -> TopicReader.header(record, "ce_type").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(MediaId media) {
        return TopicReader.eventsAbout(Topics.LIBRARY, media.key());
    }

    private static List<ConsumerRecord<String, byte[]>> records(MediaId media) {
        return TopicReader.all(Topics.LIBRARY).stream()
                .filter(record -> media.key().equals(record.key()))
                .toList();
    }
}
