package conveyarr.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conveyarr.events.Topics;
import conveyarr.simulator.movie.Movie;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Asking and deciding through our API, against a simulated Seerr. */
@QuarkusTest
@WithTestResource(EmbeddedStack.class)
@WithTestResource(GatewayStack.class)
class AskTest {
    private static final Movie SUNRISE = Movie.of(8801, "Sunrise Asked", 1927);
    private static final Movie TWIN = Movie.of(8802, "The Twins Asked", 1921);
    private static final Movie OTHER_TWIN = Movie.of(8803, "The Twins Asked", 1961);

    @BeforeAll
    static void known() {
        for (Movie movie : List.of(SUNRISE, TWIN, OTHER_TWIN)) {
            GatewayStack.simulated.catalogue().add(movie);
        }
        GatewayStack.simulated.seerr().request(Movie.of(8800, "Known Before", 1920), "ana");
    }

    @Test
    void what_is_asked_for_twice_is_there_once_and_as_the_person_who_asks() {
        JsonPath first = ask(Map.of("title", "sunrise asked", "user", "ana"), 201);
        assertThat(first.getString("state")).isEqualTo("PENDING"); // with her rights, not with those of the key
        assertThat(first.getBoolean("created")).isTrue();
        JsonPath again = ask(Map.of("media", "movie:tmdb:8801", "user", "ANA"), 200);
        assertThat(again.getString("id")).isEqualTo(first.getString("id"));
        assertThat(again.getBoolean("created")).isFalse();
        assertThat(first.getString("timeline")).matches("rq_[0-9a-f]{12}");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(TopicReader.eventsAbout(Topics.REQUESTS, "movie:tmdb:8801"))
                        .containsExactly("request.requested.v1"));
    }

    @Test
    void a_title_that_may_be_several_gives_choices() {
        JsonPath answer = ask(Map.of("title", "The Twins Asked", "user", "ana"), 409);
        assertThat(answer.getList("choices.media")).containsExactlyInAnyOrder("movie:tmdb:8802", "movie:tmdb:8803");
        assertThat(answer.getString("hint")).isNotBlank();
        JsonPath plan = ask(Map.of("title", "The Twins Asked (1961)", "user", "ana", "dryRun", true), 200);
        assertThat(plan.getString("would[0].effect")).contains("The Twins Asked");
        assertThat(GatewayStack.simulated.seerr().requestFor(8803)).isZero();
    }

    @Test
    void what_is_wrong_is_said() {
        assertThat(ask(Map.of("title", "x"), 400).getString("detail")).contains("user");
        assertThat(ask(Map.of("title", "x", "media", "y", "user", "ana"), 400).getString("detail"))
                .contains("either");
        assertThat(ask(Map.of("media", "nonsense", "user", "ana"), 400).getString("detail"))
                .contains("nonsense");
        assertThat(ask(Map.of("title", "x", "user", "nobody"), 400).getString("detail"))
                .contains("nobody");
        assertThat(ask(Map.of("title", "no such title", "user", "ana"), 404).getString("hint"))
                .isNotBlank();
        assertThat(post("/api/v1/requests/seerr-999999/approve?dryRun=true").statusCode())
                .isEqualTo(404);
        assertThat(post("/api/v1/requests/rq_000000000000/approve?dryRun=true").statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_action_is_confirmed_done_once_and_told() {
        int number = GatewayStack.simulated.seerr().request(Movie.of(8810, "Decided", 1925), "ana");
        String at = "/api/v1/requests/seerr-" + number;
        assertThat(post(at + "/approve").statusCode()).isEqualTo(428);
        assertThat(post(at + "/retry?dryRun=true").jsonPath().getString("hint")).contains("approve");
        String token = post(at + "/approve?dryRun=true").jsonPath().getString("confirmToken");
        assertThat(GatewayStack.simulated.seerr().status(number)).isEqualTo(1);
        assertThat(post(at + "/approve?confirmToken=" + token).jsonPath().getBoolean("done"))
                .isTrue();
        assertThat(GatewayStack.simulated.seerr().status(number)).isNotEqualTo(1);
        assertThat(post(at + "/approve?confirmToken=" + token).jsonPath().getBoolean("done"))
                .isFalse();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(TopicReader.eventsAbout(Topics.REQUESTS, "movie:tmdb:8810"))
                        .contains("request.action-taken.v1", "request.approved.v1"));
        assertThat(TopicReader.eventsAbout(Topics.REQUESTS, "movie:tmdb:8810"))
                .containsOnlyOnce("request.action-taken.v1");
    }

    @Test
    void a_request_is_found_by_its_timeline_and_withdrawing_it_twice_does_no_harm() {
        JsonPath asked = ask(Map.of("media", "movie:tmdb:8802", "user", "ana"), 201);
        String at = "/api/v1/requests/" + asked.getString("timeline") + "/withdraw";
        String token = post(at + "?dryRun=true").jsonPath().getString("confirmToken");
        assertThat(post(at + "?confirmToken=" + token).jsonPath().getBoolean("done"))
                .isTrue();
        Response gone = post("/api/v1/requests/" + asked.getString("id") + "/withdraw");
        assertThat(gone.statusCode()).isEqualTo(200);
        assertThat(gone.jsonPath().getBoolean("done")).isFalse();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(TopicReader.all(Topics.REQUESTS))
                .filteredOn(record -> "movie:tmdb:8802".equals(record.key()))
                .filteredOn(record -> TopicReader.header(record, "ce_type").equals("request.withdrawn.v1"))
                .extracting(record -> TopicReader.header(record, "ce_via"))
                .containsExactly("self"));
    }

    @Test
    void seerrs_people_are_known_with_where_they_can_be_reached() {
        String ref = People.ref("seerr", "ana");
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
            JsonPath ana = Incoming.get("/api/v1/people/" + ref);
            assertThat(ana.getString("email")).isEqualTo("***");
            assertThat(ana.getString("discord")).isEqualTo("***");
            assertThat(ana.getString("telegram")).isNull();
        });
        assertThat(Incoming.get("/api/v1/people/reach").getString("items.find { it.ref == '" + ref + "' }.email"))
                .isEqualTo("ana@example.org");
    }

    @Test
    void seerr_counts_what_waits() {
        JsonPath portals = Incoming.get("/api/v1/portals");
        assertThat(portals.getString("items[0].instance")).isEqualTo("seerr");
        assertThat(portals.getInt("items[0].requests.total")).isPositive();
    }

    private static JsonPath ask(Map<String, Object> order, int status) {
        Response answer = given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .contentType("application/json")
                .body(order)
                .post("/api/v1/requests");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        return answer.jsonPath();
    }

    private static Response post(String path) {
        return given().header("X-Api-Key", EmbeddedStack.API_KEY).post(path);
    }
}
