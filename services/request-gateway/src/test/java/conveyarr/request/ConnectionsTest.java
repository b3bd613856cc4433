package conveyarr.request;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conveyarr.events.LibraryEvent.ScanRequested;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
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
