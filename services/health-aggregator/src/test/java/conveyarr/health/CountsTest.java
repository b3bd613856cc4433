package conveyarr.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.matchesRegex;

import conveyarr.events.MediaId;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.TopicWriter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers of more titles than any list shows. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(SimulatedPrograms.class)
class CountsTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final String COPY = """
            with copies as (insert into health.timeline (request_id, media_id, title, stage, tone, requested_by, words, since, updated_at, doc,
                partition, "offset", head, media_kind, took_seconds)
              select 'rq_copy_' || n, 'movie:tmdb:copy' || n, title, case when n <= 2500 then 'AVAILABLE' else 'DOWNLOADING' end,
                case when n <= 2500 then 'ok' else 'wait' end, requested_by, words, now(), now(), doc, partition, "offset", head, media_kind,
                case when n <= 2500 then n end
              from health.timeline, generate_series(1, 2550) as n where words like '%counted%' returning 1)
            select count(*)::text from copies
            """;

    @Inject
    HealthFlow flow;

    @BeforeEach
    void prepared() {
        await().atMost(LIMIT).until(flow::prepared);
        Told.life(MediaId.movie(7100), "Counted").forEach(told -> TopicWriter.tell(told.event(), told.occurrence()));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(
                        api("/requests?q=counted&stage=available").getList("items"))
                .hasSize(1));
    }

    @AfterEach
    void gone() throws Throwable {
        database(
                "with gone as (delete from health.timeline where words like '%counted%' returning 1) select count(*)::text from gone");
    }

    @Test
    void every_number_is_of_all_titles_and_not_of_those_that_a_list_shows() throws Throwable {
        var before = api("/overview");
        var stages = api("/stages?days=7");
        database(COPY);
        var after = api("/overview");
        assertThat(more("counts.available7d", before, after)).isEqualTo(2500);
        assertThat(more("counts.waiting", before, after)).isEqualTo(50);
        assertThat(more("counts.inProgress", before, after)).isZero();
        assertThat(after.getLong("medianSeconds7d")).isBetween(1200L, 1260L);
        assertThat(after.getList("moving")).hasSize(20);
        var all = api("/stages?days=7");
        assertThat(more("whole.count", stages, all)).isEqualTo(2500);
        assertThat(more("stages[2].took.count", stages, all)).isEqualTo(2500);
        assertThat(all.getLong("stages[2].took.medianSeconds")).isEqualTo(60);
        given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .get("/")
                .then()
                .statusCode(200)
                .body(matchesRegex("(?s).*>\\d+ more</a>.*"));
    }

    private static long more(String number, JsonPath before, JsonPath after) {
        return after.getLong(number) - before.getLong(number);
    }

    private String database(String sql) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() ->
                flow.inTransaction(tx -> tx.createNativeQuery(sql, String.class).getSingleResult()));
    }

    private static JsonPath api(String path) {
        return given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .get("/api/v1" + path)
                .jsonPath();
    }
}
