package conveyarr.download;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import conveyarr.download.core.Signal.Amount;
import conveyarr.download.core.Signal.Condition;
import conveyarr.download.core.Signal.Grabbed;
import conveyarr.download.core.Signal.Look;
import conveyarr.download.core.Signal.Seen;
import conveyarr.events.DownloadId;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.testkit.EmbeddedStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The API of the downloads; the client of this one is not in the config, so that only what we keep is shown. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class DownloadResourceTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final String HASH = "D".repeat(40);

    @Inject
    Downloads downloads;

    @Inject
    DownloadFlow flow;

    @Test
    void a_download_is_kept_after_a_dry_run_and_a_confirmation() throws Throwable {
        await().atMost(Duration.ofSeconds(30)).until(flow::prepared);
        running(HASH, 7001);
        api().get("/api/v1/downloads").then().statusCode(200).body("items.id", hasItem(HASH));
        api().post("/api/v1/downloads/" + HASH + "/keep").then().statusCode(428);
        String token = api().post("/api/v1/downloads/" + HASH + "/keep?dryRun=true")
                .then()
                .statusCode(200)
                .body("would", hasSize(1))
                .extract()
                .path("confirmToken");
        api().post("/api/v1/downloads/" + HASH + "/replace?confirmToken=" + token)
                .then()
                .statusCode(428);
        api().post("/api/v1/downloads/" + HASH + "/keep?confirmToken=" + token)
                .then()
                .statusCode(202);
        api().get("/api/v1/downloads").then().body("items.find { it.id == '" + HASH + "' }.kept", equalTo(true));
    }

    @Test
    void what_does_not_exist_is_refused_with_a_hint() {
        await().atMost(Duration.ofSeconds(30)).until(flow::prepared);
        api().post("/api/v1/downloads/nothing/keep")
                .then()
                .statusCode(404)
                .body("hint", equalTo("GET /api/v1/downloads lists their ids."));
        api().post("/api/v1/downloads/nothing/explode")
                .then()
                .statusCode(404)
                .body("hint", equalTo("Known are pause, resume, keep and replace."));
        given().get("/api/v1/downloads").then().statusCode(401);
    }

    @Test
    void the_rules_are_there_to_be_read() {
        api().get("/api/v1/downloads/rules")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("rules.kind", hasItem("STALLED"));
    }

    @Test
    void what_makes_no_progress_is_counted_on_the_metrics_page() throws Throwable {
        await().atMost(Duration.ofSeconds(30)).until(flow::prepared);
        String hash = "E".repeat(40);
        running(hash, 7002);
        for (int seconds = 30; seconds <= 660; seconds += 30) {
            seen(hash, NOON.plusSeconds(seconds));
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("\nconveyarr_download_stalled 1.0\n")));
    }

    private void running(String hash, int movie) throws Throwable {
        var grab = Occurrence.at(NOON, Via.HOOK, "radarr", NaturalKey.of("grab", hash));
        VertxContextSupport.subscribeAndAwait(
                () -> downloads.handle(hash, grab, new Grabbed(NOON, MediaId.movie(movie))));
        seen(hash, NOON);
    }

    private void seen(String hash, Instant at) throws Throwable {
        var id = new DownloadId("elsewhere", hash);
        var occurrence = Occurrence.at(at, Via.POLL, "elsewhere", NaturalKey.of("seen", hash, at.toEpochMilli()));
        var look = new Look("n", Condition.ACTIVE, "w", new Amount(10, 1, Optional.empty()), NOON);
        VertxContextSupport.subscribeAndAwait(() -> downloads.observe(hash, occurrence, new Seen(at, id, look)));
    }

    private static RequestSpecification api() {
        return given().header("X-Api-Key", EmbeddedStack.API_KEY);
    }
}
