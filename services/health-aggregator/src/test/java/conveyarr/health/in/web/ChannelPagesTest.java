package conveyarr.health.in.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import conveyarr.health.HealthFlow;
import conveyarr.health.SimulatedPrograms;
import conveyarr.testkit.EmbeddedStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A channel from the choice of its kind to what the notifier is asked. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(SimulatedPrograms.class)
class ChannelPagesTest {
    private static final String PAGE = "/settings/notifications/channel";
    private static final String SECRET = "tk_canary0123456789";

    @Inject
    HealthFlow flow;

    @BeforeEach
    void prepared() {
        await().atMost(Duration.ofSeconds(60)).until(flow::prepared);
    }

    @Test
    void a_channel_is_tried_and_saved_and_its_secrets_are_in_no_page() {
        page(PAGE).body(containsString("channel?kind=ntfy"));
        page(PAGE + "?kind=ntfy").body(containsString("name=\"set-topic\"")).body(containsString("Send test"));
        post(
                        PAGE,
                        Map.of(
                                "kind",
                                "ntfy",
                                "name",
                                "mine",
                                "set-topic",
                                "t",
                                "set-url",
                                "https://a/" + SECRET,
                                "set-token",
                                SECRET))
                .statusCode(200)
                .body(containsString("mine took the message in 3 ms."))
                .body(containsString("value=\"the-seal\""))
                .body(not(containsString(SECRET)));
        assertThat(SimulatedPrograms.notifier().lastOrder())
                .containsEntry("dryRun", true)
                .containsEntry("settings", Map.of("topic", "t", "url", "https://a/" + SECRET, "token", SECRET));
        post(
                        PAGE + "/save",
                        Map.of(
                                "kind",
                                "ntfy",
                                "name",
                                "mine",
                                "set-topic",
                                "t",
                                "sealed",
                                "the-seal",
                                "confirmToken",
                                "the-token"))
                .statusCode(303)
                .header("Location", endsWith("settings/notifications?done=kept"));
        assertThat(SimulatedPrograms.notifier().lastOrder())
                .containsEntry("sealed", "the-seal")
                .containsEntry("confirmToken", "the-token")
                .containsEntry("settings", Map.of("topic", "t"));
    }

    @Test
    void what_is_saved_can_be_changed_and_what_the_environment_says_is_shown_with_its_place() {
        page("/settings/notifications")
                .body(containsString("Waits for the next start"))
                .body(containsString("channel?name=mine"))
                .body(containsString("channels/mine/remove"))
                .body(containsString("set by variable NTFY_URL"))
                .body(not(containsString("channels/ntfy/remove")));
        page(PAGE + "?name=mine")
                .body(containsString("value=\"my-topic\""))
                .body(containsString("placeholder=\"empty: the one that is saved\""));
    }

    private static ValidatableResponse page(String path) {
        return given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .get(path)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse post(String path, Map<String, String> form) {
        return given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .header("Sec-Fetch-Site", "same-origin")
                .redirects()
                .follow(false)
                .formParams(form)
                .post(path)
                .then();
    }
}
