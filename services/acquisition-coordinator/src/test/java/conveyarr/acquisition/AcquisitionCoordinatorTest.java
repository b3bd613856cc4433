package conveyarr.acquisition;

import static conveyarr.testkit.SimulatedPrograms.stack;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import conveyarr.events.AcquisitionEvent.ReleaseGrabbed;
import conveyarr.events.DownloadEvent.ReplacementWanted;
import conveyarr.events.DownloadId;
import conveyarr.events.LibraryEvent.FileImported;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Topics;
import conveyarr.events.Via;
import conveyarr.flow.wire.Json;
import conveyarr.simulator.movie.Movie;
import conveyarr.simulator.wire.SentHook;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.SimulatedPrograms;
import conveyarr.testkit.TopicReader;
import conveyarr.testkit.TopicWriter;
import conveyarr.upstream.ArrKeys;
import conveyarr.upstream.Sighting;
import conveyarr.upstream.Sighting.Imported;
import conveyarr.upstream.Upstreams;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service on a real broker and a real database, with simulated programs. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(
        value = SimulatedPrograms.class,
        initArgs = {
            @ResourceArg(name = "conveyarr.acquisition.poll-every", value = "1s"),
            @ResourceArg(name = "conveyarr.acquisition.queue-every", value = "1s"),
            @ResourceArg(name = "conveyarr.acquisition.look-every", value = "1s"),
            @ResourceArg(name = "conveyarr.acquisition.limits.every", value = "1s"),
            @ResourceArg(name = "quarkus.datasource.acquisition.reactive.max-size", value = "16") // for OutboxTest
        })
class AcquisitionCoordinatorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String STARTED = "acquisition.started.v1";
    private static final String GRABBED = "acquisition.release-grabbed.v1";
    private static final String FAILED = "acquisition.release-failed.v1";
    private static final String BLOCKED = "acquisition.import-blocked.v1";
    private static final String REPAIRED = "acquisition.repair-done.v1";
    private static final String REMOVED = "acquisition.removed.v1";
    private static final String FINISHED = "acquisition.finished.v1";

    @Inject
    AcquisitionFlow flow;

    @Inject
    Upstreams upstreams;

    @BeforeEach
    void prepared() {
        await().atMost(PATIENCE).until(flow::prepared);
    }

    @Test
    void hooks_that_come_three_times_and_the_history_that_says_the_same_give_one_life() {
        var solaris = asked(Movie.of(593, "Solaris", 1972));
        imported(593);
        eventually(solaris, STARTED, GRABBED, FINISHED);
        assertThat(records(solaris)).allSatisfy(record -> assertThat(TopicReader.header(record, "ce_via"))
                .isIn("hook", "history"));
    }

    @Test
    void what_no_hook_brought_is_found_in_the_history_with_the_same_id() {
        stack().radarr().dropHooks(2);
        var stalker = asked(Movie.of(1398, "Stalker", 1979));
        eventually(stalker, STARTED, GRABBED);
        var grabbed = records(stalker).getLast();
        assertThat(TopicReader.header(grabbed, "ce_via")).isEqualTo("history");
        assertThat(TopicReader.header(grabbed, "ce_id"))
                .isEqualTo(
                        sighting(1398, Sighting.Grabbed.class).occurrence().id().toString());
        imported(1398);
        eventually(stalker, STARTED, GRABBED, FINISHED);
    }

    /** The hook of the next grab may well be faster than the history, in which alone the failure is. */
    @Test
    void a_download_that_fails_is_told_and_the_next_grab_is_the_second_attempt() {
        var mirror = asked(Movie.of(1396, "Mirror", 1975));
        held(1396);
        eventually(mirror, STARTED, GRABBED);
        stack().radarr().failDownload(1396);
        eventually(mirror, STARTED, GRABBED, FAILED, GRABBED);
        assertThat(attempts(mirror)).containsExactly(1, 2);
        imported(1396);
        eventually(mirror, STARTED, GRABBED, FAILED, GRABBED, FINISHED);
    }

    /** Its download does not end before the test has done with it. */
    private static String held(int tmdb) {
        String hash = await().until(() -> stack().radarr().downloadId(tmdb), id -> !id.isEmpty());
        stack().qbittorrent().stall(hash);
        return hash;
    }

    @Test
    void a_blocked_import_is_told_once_by_hook_and_queue() {
        stack().radarr().blockImport(601);
        var et = asked(Movie.of(601, "E.T.", 1982));
        eventually(et, STARTED, GRABBED, BLOCKED);
        stack().radarr().unblockImport(601);
        imported(601);
        eventually(et, STARTED, GRABBED, BLOCKED, FINISHED);
    }

    @Test
    void a_download_that_is_to_be_replaced_is_removed_blocked_and_searched_for_again_once() {
        var ran = asked(Movie.of(11645, "Ran", 1985));
        String first = held(11645);
        eventually(ran, STARTED, GRABBED);
        var wanted = new ReplacementWanted(ran, new DownloadId("qbittorrent", first), "nothing arrives");
        var once = Occurrence.at(Instant.now(), Via.SELF, "qbittorrent", NaturalKey.of("replace", first));
        TopicWriter.tell(wanted, once);
        TopicWriter.tell(wanted, once);
        eventually(ran, STARTED, GRABBED, FAILED, REPAIRED, GRABBED);
        assertThat(stack().radarr().downloadId(11645)).isNotEmpty().isNotEqualTo(first);
    }

    @Test
    void a_person_sees_the_plan_of_a_forced_import_before_it_is_done() {
        stack().radarr().blockImport(12477);
        var grave = asked(Movie.of(12477, "Grave of the Fireflies", 1988));
        eventually(grave, STARTED, GRABBED, BLOCKED);
        String action = "/api/v1/acquisitions/radarr/movie:tmdb:12477/actions/force-import";
        given().post(action).then().statusCode(401);
        api().post(action).then().statusCode(428);
        String token = api().queryParam("dryRun", true)
                .post(action)
                .then()
                .statusCode(200)
                .body("would.system", hasItem("radarr"))
                .extract()
                .path("confirmToken");
        api().queryParam("confirmToken", token).post(action).then().statusCode(202);
        eventually(grave, STARTED, GRABBED, BLOCKED, REPAIRED);
        await().atMost(PATIENCE).until(() -> stack().radarr().hasFile(12477));
        api().post("/api/v1/acquisitions/radarr/movie:tmdb:1/actions/rescan")
                .then()
                .statusCode(404);
        api().post("/api/v1/acquisitions/radarr/movie:tmdb:12477/actions/dance")
                .then()
                .statusCode(404);
    }

    @Test
    void a_search_that_finds_nothing_says_why_for_as_long_as_the_indexers_are_away() {
        stack().radarr().findNothing(11216);
        stack().radarr().raiseHealth("IndexerStatusCheck", "error", "All indexers are unavailable due to failures");
        var paradiso = asked(Movie.of(11216, "Cinema Paradiso", 1988));
        told(paradiso, "acquisition.cause-found.v1");
        String cause = "items.find { it.media == 'movie:tmdb:11216' }.cause.";
        api().get("/api/v1/acquisitions")
                .then()
                .body(cause + "code", equalTo("NO_INDEXER_ANSWERS"))
                .body(cause + "certain", equalTo(true))
                .body(cause + "explain", startsWith("All indexers are unavailable due to failures (radarr). "));
        stack().radarr().clearHealth("IndexerStatusCheck");
        told(paradiso, "acquisition.cause-cleared.v1");
    }

    /** The hook of the removal is lost, so only the list shows that the title is gone; what is added again is another life. */
    @Test
    void what_is_taken_off_the_list_and_added_again_lives_twice() {
        stack().radarr().findNothing(18148);
        var story = asked(Movie.of(18148, "Tokyo Story", 1953));
        eventually(story, STARTED);
        stack().radarr().dropHooks(1);
        long number = radarr().get("movie?tmdbId=18148").jsonPath().getLong("[0].id");
        radarr().delete("movie/" + number).then().statusCode(200);
        eventually(story, STARTED, REMOVED);
        assertThat(TopicReader.header(records(story).getLast(), "ce_id"))
                .isEqualTo(Occurrence.at(Instant.now(), Via.POLL, "radarr", ArrKeys.removed(number))
                        .id()
                        .toString());
        radarr().contentType("application/json")
                .body(
                        "{\"tmdbId\":18148,\"title\":\"Tokyo Story\",\"qualityProfileId\":4,\"rootFolderPath\":\"/movies\"}")
                .post("movie")
                .then()
                .statusCode(201);
        eventually(story, STARTED, REMOVED, STARTED);
    }

    private static RequestSpecification radarr() {
        return given().header("X-Api-Key", stack().radarr().apiKey())
                .baseUri(stack().radarr().url().toString())
                .basePath("/api/v3/");
    }

    private static void told(MediaId media, String name) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(TopicReader.eventsAbout(Topics.ACQUISITIONS, media.key()))
                        .contains(name));
    }

    private static RequestSpecification api() {
        return given().header("X-Api-Key", EmbeddedStack.API_KEY);
    }

    private static MediaId asked(Movie movie) {
        stack().seerr().approve(stack().seerr().request(movie, "ana"));
        return MediaId.movie(movie.tmdbId());
    }

    /** library-indexer's part: what Radarr says that it imported, on the library's topic. */
    private void imported(int tmdbId) {
        await().atMost(PATIENCE).until(() -> stack().radarr().hasFile(tmdbId));
        await().atMost(PATIENCE).until(() -> sightings(tmdbId).anyMatch(Imported.class::isInstance));
        var import_ = sighting(tmdbId, Imported.class);
        var file = import_.file();
        var event = new FileImported(
                import_.media(),
                "radarr",
                file.id(),
                file.path(),
                file.bytes(),
                file.quality(),
                import_.download(),
                file.upgrade());
        TopicWriter.tell(event, import_.occurrence());
    }

    private <S extends Sighting> S sighting(int tmdbId, Class<S> type) {
        return sightings(tmdbId)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    /** What the hooks say, whether they arrived or not. */
    private Stream<Sighting> sightings(int tmdbId) {
        var reader = upstreams.hooks("radarr").orElseThrow();
        return stack().radarr().hooks().stream()
                .map(SentHook::body)
                .map(body -> reader.read("radarr", Instant.now(), body.getBytes(StandardCharsets.UTF_8)))
                .flatMap(reading -> reading.sightings().stream())
                .filter(seen -> seen.media().equals(MediaId.movie(tmdbId)));
    }

    private static void eventually(MediaId media, String... names) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(TopicReader.eventsAbout(Topics.ACQUISITIONS, media.key()))
                        .filteredOn(name -> !name.startsWith("acquisition.cause-"))
                        .containsExactlyInAnyOrder(names));
    }

    private static List<ConsumerRecord<String, byte[]>> records(MediaId media) {
        return TopicReader.all(Topics.ACQUISITIONS).stream()
                .filter(record -> media.key().equals(record.key()))
                .toList();
    }

    private static List<Integer> attempts(MediaId media) {
        return records(media).stream()
                .filter(record -> TopicReader.header(record, "ce_type").equals(GRABBED))
                .map(record -> Json.read(record.value(), ReleaseGrabbed.class).attempt())
                .toList();
    }
}
