package conveyarr.request;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import conveyarr.events.LibraryEvent.ScanRequested;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.config.SavedFile;
import conveyarr.simulator.movie.Movie;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.TopicWriter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hooks that are set up through the programs' own API, and woken when they fell silent. */
@QuarkusTest
@WithTestResource(EmbeddedStack.class)
@WithTestResource(ConnectedStack.class)
class ConnectionsTest {
    private static final String PATH = "/api/v1/connections";

    @Inject
    RequestFlow flow;

    @Inject
    HookKeys keys;

    @BeforeEach
    void the_tables_are_there() {
        await().atMost(Duration.ofSeconds(30)).until(flow::prepared);
    }

    @Test
    void radarr_is_set_up_with_proof_and_woken_when_it_is_blocked_or_silent() {
        var radarr = ConnectedStack.simulated.radarr();
        assertThat(one("radarr").getString("state")).isEqualTo("absent");
        JsonPath done = order("radarr", "install");
        assertThat(done.getString("state")).isEqualTo("VERIFIED");
        assertThat(done.getString("via")).endsWith("/hooks/radarr");
        assertThat(one("radarr").getString("state")).isEqualTo("ours");
        assertThat(one("radarr").getString("lastHook")).isNotNull();
        assertThat(given().header("X-Api-Key", EmbeddedStack.API_KEY).get(PATH).asString())
                .doesNotContain(keys.of("radarr"), EmbeddedStack.API_KEY, radarr.apiKey());

        radarr.hooksFailSince(Duration.ofMinutes(6));
        radarr.dropHooks(1);
        radarr.raiseHealth("IndexerStatusCheck", "error", "All indexers are unavailable");
        assertThat(radarr.hooksBlocked()).isTrue();
        radarr.raiseHealth("Lost", "error", "while it is blocked");
        // The block is lifted by the next look, unless one was just made.
        eventually(() -> assertThat(radarr.hooksBlocked()).isFalse());
        radarr.raiseHealth("AfterTheBlock", "error", "is told again");
        eventually(() -> assertThat(Incoming.list("?q=AfterTheBlock").getList("items.result"))
                .containsExactly("STORED"));
        assertThat(Incoming.list("?q=while+it+is+blocked").getList("items")).isEmpty();

        String woken = one("radarr").getString("lastWoken");
        Instant later = Instant.now().plusSeconds(90); // than any hook that came near it
        var untold = Occurrence.at(later, Via.HISTORY, "radarr", NaturalKey.of("untold", woken));
        TopicWriter.tell(new ScanRequested(MediaId.movie(7901), "jellyfin", "/media"), untold);
        eventually(() -> assertThat(one("radarr").getString("lastWoken")).isGreaterThan(woken));

        order("radarr", "polling-only");
        assertThat(one("radarr").getString("state")).isEqualTo("absent");
        assertThat(one("radarr").getString("mode")).isEqualTo("polling-only");
        order("radarr", "install");
        order("radarr", "remove");
        assertThat(one("radarr").getString("state")).isEqualTo("absent");
        assertThat(one("radarr").getString("mode")).isEqualTo("removed");
    }

    @Test
    void a_foreign_hook_of_seerr_is_never_lost() throws Exception {
        var seerr = ConnectedStack.simulated.seerr();
        var foreign = ConnectedStack.foreign;
        String place = foreign.url().toString();
        assertThat(one("portal").getString("state")).isEqualTo("foreign");
        assertThat(one("portal").getList("others")).containsExactly(place);
        post("portal/hook", Map.of("mode", "install", "dryRun", true)).statusCode(409);
        assertThat(order("portal", "polling-only").getString("state")).isEqualTo("POLLING_ONLY");
        assertThat(one("portal").getString("mode")).isEqualTo("polling-only");

        JsonPath done = order("portal", "replace-and-forward");
        assertThat(done.getString("state")).isEqualTo("VERIFIED");
        assertThat(done.getString("previous")).isEqualTo(place);
        foreign.refuse(1);
        seerr.request(Movie.of(7801, "Told Twice", 2001), "ben");
        eventually(() -> assertThat(copies("7801")).hasSize(1));
        eventually(() -> assertThat(one("portal").getInt("forwarded.sent")).isEqualTo(1));
        assertThat(one("portal").getString("mode")).isEqualTo("replace-and-forward");
        var copy = copies("7801").getFirst();
        var kept = Incoming.list("?q=7801&source=portal");
        assertThat(kept.getList("items.type")).containsExactly("MEDIA_PENDING");
        assertThat(copy.headers().getFirst("webhook-id")).isEqualTo(kept.getString("items[0].id"));
        assertThat(copy.headers().getFirst("Authorization")).isEqualTo(ConnectedStack.FOREIGN_KEY);
        assertThat(copy.headers().getFirst("webhook-signature"))
                .isEqualTo(signature(copy.headers().getFirst("webhook-timestamp"), copy));
        assertThat(one("portal").prettify()).doesNotContain(ConnectedStack.FOREIGN_KEY);

        var again = post("portal/hook", Map.of("mode", "install", "dryRun", true))
                .extract()
                .jsonPath();
        assertThat(again.getString("would")).as("copies go on").contains("POST " + place);
        var quiet = post("portal/hook", Map.of("mode", "polling-only", "dryRun", true))
                .extract()
                .jsonPath();
        assertThat(quiet.getString("would")).contains("delete our webhook", place + " is put back");
        order("portal", "polling-only");
        assertThat(one("portal").getString("state")).isEqualTo("foreign");
        assertThat(one("portal").getString("mode")).isEqualTo("polling-only");
        seerr.request(Movie.of(7802, "Told Directly", 2002), "ben");
        eventually(() -> assertThat(copies("7802")).hasSize(1));
        assertThat(copies("7802").getFirst().headers().getFirst("webhook-id")).isNull();
        assertThat(copies("7801")).hasSize(1);
    }

    private String signature(String timestamp, ForeignReceiver.Taken copy) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(keys.of("portal").getBytes(UTF_8), "HmacSHA256"));
        mac.update((copy.headers().getFirst("webhook-id") + "." + timestamp + ".").getBytes(UTF_8));
        return "v1," + java.util.Base64.getEncoder().encodeToString(mac.doFinal(copy.body()));
    }

    @Test
    void what_we_cannot_set_up_is_told_with_what_to_do() {
        assertThat(one("sonarr").getString("state")).isEqualTo("not-configured");
        post("sonarr/hook", Map.of("mode", "install")).statusCode(409).contentType("application/problem+json");
        post("nobody/hook", Map.of("mode", "install")).statusCode(404);
        post("nobody/test", Map.of()).statusCode(404);
        post("portal/hook", Map.of("mode", "smash")).statusCode(400).contentType("application/problem+json");
        post("portal/hook", Map.of("mode", "polling-only")).statusCode(428);
        var nowhere = Map.of("mode", "install", "url", "javascript:alert(1)", "dryRun", true);
        post("radarr/hook", nowhere).statusCode(400);
        given().get(PATH).then().statusCode(401);
    }

    @Test
    void a_connection_is_tried_and_saved_and_its_key_is_told_to_nobody() throws Exception {
        var radarr = ConnectedStack.simulated.radarr();
        var order = new HashMap<String, Object>(
                Map.of("kind", "radarr", "url", radarr.url().toString(), "apiKey", "wrong-canary", "dryRun", true));
        JsonPath bad = put("radarr-4k", order).statusCode(200).extract().jsonPath();
        assertThat(bad.getBoolean("tested.good")).isFalse();
        assertThat(bad.getString("tested.words")).contains("key");
        order.put("dryRun", false);
        order.put("confirmToken", bad.getString("confirmToken"));
        put("radarr-4k", order).statusCode(409).body("detail", containsString("did not pass its test"));
        order.put("apiKey", radarr.apiKey());
        put("radarr-4k", order).statusCode(428);

        order.put("dryRun", true);
        JsonPath good = put("radarr-4k", order).statusCode(200).extract().jsonPath();
        assertThat(good.getString("tested.words")).startsWith("Connected. radarr-4k ");
        order.remove("apiKey");
        order.put("dryRun", false);
        order.put("sealed", good.getString("sealed"));
        order.put("confirmToken", good.getString("confirmToken"));
        put("radarr-4k", order).statusCode(200).body("state", equalTo("SAVED"));

        JsonPath kept = one("radarr-4k");
        assertThat(kept.getString("state")).isEqualTo("waiting");
        assertThat(kept.getString("settings.change")).isEqualTo("added");
        assertThat(kept.getBoolean("settings.keySet")).isTrue();
        assertThat(kept.getBoolean("settings.editable")).isTrue();
        var answers = good.prettify() + kept.prettify() + Incoming.get(PATH).prettify();
        assertThat(answers).doesNotContain(radarr.apiKey(), "wrong-canary");
        assertThat(new SavedFile(ConnectedStack.data(), "connections").settings())
                .containsEntry("conveyarr.upstreams.radarr-4k.api-key", radarr.apiKey());
        JsonPath process = Incoming.get("/api/v1/process");
        assertThat(process.getMap("savedNow")).isNotEqualTo(process.getMap("savedAtStart"));

        assertThat(saves(
                        "radarr-4k",
                        Map.of("kind", "radarr", "url", radarr.url().toString())))
                .as("the key that is saved stays")
                .contains("Connected.");
        assertThat(saves("radarr-4k", Map.of("kind", "radarr", "url", "http://elsewhere:7878")))
                .as("a key is not sent to another place")
                .isEqualTo("conveyarr.upstreams.radarr-4k.api-key is missing");
        var health = Map.of("kind", "radarr", "url", radarr.url().toString(), "healthUrl", "http://elsewhere:7878");
        assertThat(saves("radarr-4k", health)).isEqualTo("conveyarr.upstreams.radarr-4k.api-key is missing");

        JsonPath plan =
                delete("radarr-4k?dryRun=true").statusCode(200).extract().jsonPath();
        delete("radarr-4k").statusCode(428);
        delete("radarr-4k?confirmToken=" + plan.getString("confirmToken")).statusCode(200);
        assertThat(Incoming.get(PATH).getList("items.instance")).doesNotContain("radarr-4k");
        delete("radarr-4k?dryRun=true").statusCode(404);
    }

    @Test
    void of_two_forms_the_second_does_not_undo_the_first_unseen() {
        var first = new HashMap<String, Object>(Map.of("kind", "radarr", "url", "http://127.0.0.1:1", "apiKey", "k"));
        var second = new HashMap<String, Object>(Map.of("kind", "radarr", "url", "http://127.0.0.1:2", "apiKey", "k"));
        for (var order : List.of(first, second)) {
            order.put("dryRun", true);
            String token = put("twice", order).statusCode(200).extract().path("confirmToken");
            order.putAll(Map.of("dryRun", false, "saveAnyway", true, "confirmToken", token));
        }
        put("twice", first).statusCode(200);
        put("twice", second).statusCode(428).body("hint", containsString("ask again"));
        assertThat(one("twice").getString("settings.url")).isEqualTo("http://127.0.0.1:1");
        String token = delete("twice?dryRun=true").extract().path("confirmToken");
        delete("twice?confirmToken=" + token).statusCode(200);
    }

    @Test
    void what_cannot_be_a_connection_is_told_in_a_sentence() {
        assertThat(saves("radarr", Map.of("kind", "radarr"))).startsWith("radarr is set by ");
        assertThat(saves("Not%20So", Map.of("kind", "radarr"))).contains("small letters");
        assertThat(saves("new", Map.of("kind", "radar"))).contains("conveyarr.upstreams.new.kind=radar is unknown");
        assertThat(saves("new", Map.of("kind", "radarr", "url", "radarr:7878", "apiKey", "k")))
                .contains("conveyarr.upstreams.new.url is no http or https address");
        assertThat(saves("new", Map.of("kind", "radarr", "url", "http://169.254.169.254", "apiKey", "k")))
                .contains("link-local");
        assertThat(saves(
                        "new",
                        Map.of(
                                "kind", "radarr",
                                "url", "http://127.0.0.1:1",
                                "apiKey", "k",
                                "healthUrl", "http://169.254.169.254/latest")))
                .contains("link-local");
        delete("radarr").statusCode(409).body("detail", containsString("radarr is set by "));
        delete("nobody").statusCode(404);
        given().contentType("application/json")
                .body("{}")
                .put(PATH + "/new")
                .then()
                .statusCode(401);
    }

    @Test
    void a_process_that_nobody_would_start_again_is_not_ended() {
        given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .post("/api/v1/process/restart?dryRun=true")
                .then()
                .statusCode(409)
                .body("hint", containsString("CONVEYARR_SUPERVISED"));
        given().post("/api/v1/process/restart").then().statusCode(401);
    }

    /** What is said to a dry run: how the test went, or why there was none. */
    private static String saves(String instance, Map<String, ?> fields) {
        var order = new HashMap<String, Object>(fields);
        order.put("dryRun", true);
        JsonPath said = put(instance, order).extract().jsonPath();
        return said.getString("tested.words") == null ? said.getString("detail") : said.getString("tested.words");
    }

    private static ValidatableResponse put(String instance, Map<String, ?> body) {
        return given().urlEncodingEnabled(false)
                .header("X-Api-Key", EmbeddedStack.API_KEY)
                .contentType("application/json")
                .body(body)
                .put(PATH + "/" + instance)
                .then();
    }

    private static ValidatableResponse delete(String path) {
        return given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .delete(PATH + "/" + path)
                .then();
    }

    private static List<ForeignReceiver.Taken> copies(String tmdb) {
        return ConnectedStack.foreign.taken().stream()
                .filter(taken -> new String(taken.body(), UTF_8).contains("\"" + tmdb + "\""))
                .toList();
    }

    private static JsonPath one(String instance) {
        return Incoming.get(PATH + "/" + instance);
    }

    /** First the dry run, then the same with its token. */
    private static JsonPath order(String instance, String mode) {
        var body = new HashMap<String, Object>(Map.of("mode", mode, "dryRun", true));
        JsonPath plan = post(instance + "/hook", body).statusCode(200).extract().jsonPath();
        assertThat(plan.getList("would")).isNotEmpty();
        body.remove("dryRun");
        body.put("confirmToken", plan.getString("confirmToken"));
        return post(instance + "/hook", body).statusCode(200).extract().jsonPath();
    }

    private static ValidatableResponse post(String path, Map<String, ?> body) {
        return given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .contentType("application/json")
                .body(body)
                .post(PATH + "/" + path)
                .then();
    }

    private static void eventually(ThrowingRunnable check) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(check);
    }
}
