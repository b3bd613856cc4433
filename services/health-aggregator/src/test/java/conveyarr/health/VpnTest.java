package conveyarr.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import conveyarr.events.Topics;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The VPN as programs see it, on a real broker, a real database and a simulated gateway. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(SimulatedPrograms.class)
class VpnTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String OURS = "items.find { it.name == 'gluetun' }.";

    @Inject
    HealthFlow flow;

    @BeforeEach
    void up() {
        await().atMost(LIMIT).until(flow::prepared);
        SimulatedPrograms.gluetun().restoreVpn();
        await().atMost(LIMIT).untilAsserted(() -> vpn().body(OURS + "state", equalTo("up")));
    }

    @AfterEach
    void restore() {
        SimulatedPrograms.gluetun().refuse();
        SimulatedPrograms.gluetun().restoreVpn();
    }

    @Test
    void a_drop_and_its_end_are_in_the_history_and_each_state_is_told_with_a_heartbeat() {
        SimulatedPrograms.gluetun().dropVpn();
        await().atMost(LIMIT).untilAsserted(() -> vpn().body(OURS + "state", equalTo("down"))
                .body(OURS + "tone", equalTo("bad"))
                .body(OURS + "reason", containsString("crashed"))
                .body(OURS + "publicAddress", nullValue()));
        SimulatedPrograms.gluetun().restoreVpn();
        await().atMost(LIMIT).untilAsserted(() -> vpn().body(OURS + "state", equalTo("up"))
                .body(OURS + "publicAddress", notNullValue())
                .body(OURS + "forwardedPorts", hasSize(1))
                .body(OURS + "history.state", hasItems("up", "down"))
                .body(OURS + "history[-1].to", nullValue()));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(TopicReader.eventsAbout(Topics.HEALTH, "component:gluetun"))
                        .contains("health.vpn-seen.v1", "health.vpn-dropped.v1", "health.vpn-restored.v1"));
    }

    @Test
    void a_restart_is_done_only_with_the_token_of_its_dry_run_and_brings_another_address() {
        String before = vpn().extract().path(OURS + "publicAddress");
        asked().post("/api/v1/vpn/restart?gateway=gluetun")
                .then()
                .statusCode(428)
                .body("hint", containsString("dryRun"));
        String token = asked().post("/api/v1/vpn/restart?gateway=gluetun&dryRun=true")
                .then()
                .statusCode(200)
                .body("would[0].system", equalTo("gluetun"))
                .extract()
                .path("confirmToken");
        asked().queryParam("confirmToken", token)
                .post("/api/v1/vpn/restart?gateway=gluetun")
                .then()
                .statusCode(202);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(vpn().extract().<String>path(OURS + "publicAddress"))
                .isNotNull()
                .isNotEqualTo(before));
        assertThat(TopicReader.eventsAbout(Topics.HEALTH, "component:gluetun"))
                .contains("health.vpn-restart-ordered.v1");
    }

    @Test
    void a_tunnel_that_has_crashed_is_not_restarted_and_it_is_said_what_helps() {
        SimulatedPrograms.gluetun().dropVpn();
        await().atMost(LIMIT).untilAsserted(() -> vpn().body(OURS + "state", equalTo("down")));
        asked().post("/api/v1/vpn/restart?gateway=gluetun&dryRun=true")
                .then()
                .statusCode(409)
                .body("hint", containsString("restart its container"));
    }

    @Test
    void which_of_several_gateways_is_meant_has_to_be_said() {
        asked().post("/api/v1/vpn/restart?dryRun=true").then().statusCode(404).body("hint", containsString("gluetun"));
    }

    @Test
    void a_gateway_that_refuses_us_is_told_with_the_role_that_it_lacks() {
        await().atMost(LIMIT).untilAsserted(() -> asked().get("/api/v1/health")
                .then()
                .body("checks.find { it.id == 'vpn-2' }.fix.text", containsString("[[roles]]")));
        vpn().body("items.find { it.name == 'vpn-2' }.state", equalTo("unknown"))
                .body("items.find { it.name == 'vpn-2' }.hookSettings.name", hasItems("VPN_DOWN_COMMAND"));
    }

    @Test
    void a_role_without_the_route_of_the_address_is_told_with_the_line_that_it_lacks_and_is_no_drop() {
        SimulatedPrograms.gluetun().refuse("/v1/publicip/ip");
        await().atMost(LIMIT).untilAsserted(() -> vpn().body(OURS + "refused", contains("GET /v1/publicip/ip"))
                .body(OURS + "accessHelp", containsString("\"GET /v1/publicip/ip\""))
                .body(OURS + "state", not("down")));
        await().atMost(LIMIT).untilAsserted(() -> asked().get("/api/v1/health")
                .then()
                .body("checks.find { it.id == 'gluetun:vpn' }.fix.text", containsString("config.toml"))
                .body("checks.find { it.id == 'gluetun' }.state", equalTo("ok")));
        SimulatedPrograms.gluetun().refuse();
        await().atMost(LIMIT).untilAsserted(() -> vpn().body(OURS + "refused", empty())
                .body(OURS + "accessHelp", nullValue())
                .body(OURS + "state", equalTo("up")));
    }

    private static ValidatableResponse vpn() {
        return asked().get("/api/v1/vpn").then().statusCode(200);
    }

    private static RequestSpecification asked() {
        return given().header("X-Api-Key", EmbeddedStack.API_KEY);
    }
}
