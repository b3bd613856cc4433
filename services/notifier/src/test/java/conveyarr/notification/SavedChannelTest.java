package conveyarr.notification;

import static conveyarr.notification.Receivers.phone;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import conveyarr.flow.config.SavedFile;
import conveyarr.flow.config.SavedSettingsFactory;
import conveyarr.notification.channel.ChannelsConfig;
import conveyarr.testkit.EmbeddedStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A channel that is tried, saved and taken back without a file being edited. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(Receivers.class)
class SavedChannelTest {
    private static final String CHANNELS = "/api/v1/notifications/channels";
    private static final String TOKEN = "tk_canary0123456789";

    @BeforeEach
    void all_is_well() {
        phone.from_now_on(Receivers.NTFY_YES);
    }

    @Test
    void a_channel_is_tried_and_saved_and_its_secrets_are_told_to_nobody() {
        String url = phone.url().resolve("/").toString();
        var order = new HashMap<String, Object>(Map.of("kind", "ntfy", "dryRun", true));
        order.put("settings", Map.of("url", url, "topic", "saved-here", "token", TOKEN));
        phone.from_now_on(Receiver.answer(403, "{\"error\":\"forbidden " + TOKEN + "\"}"));
        JsonPath bad = put("phone-2", order).statusCode(200).extract().jsonPath();
        assertThat(bad.getBoolean("tested.good")).isFalse();
        assertThat(bad.getString("tested.words"))
                .startsWith("phone-2 did not take it")
                .doesNotContain(TOKEN);
        phone.from_now_on(Receivers.NTFY_YES);
        JsonPath good = put("phone-2", order).statusCode(200).extract().jsonPath();
        assertThat(good.getString("tested.words"))
                .matches("phone-2 took the message in \\d+ ms: it answers HTTP 200: .*hwQ2YpKdmg1R.*");
        assertThat(phone.taken().getLast().body()).contains("saved-here");

        order.put("dryRun", false);
        order.put("confirmToken", bad.getString("confirmToken"));
        put("phone-2", order).statusCode(409).body("detail", containsString("did not pass its test"));
        order.put("settings", Map.of("topic", "elsewhere"));
        order.put("sealed", good.getString("sealed"));
        order.put("confirmToken", good.getString("confirmToken"));
        put("phone-2", order).statusCode(428);
        order.put("settings", Map.of("topic", "saved-here"));
        put("phone-2", order).statusCode(200).body("state", equalTo("SAVED"));

        assertThat(new SavedFile(Receivers.data(), "channels").settings())
                .isEqualTo(Map.of(
                        "conveyarr.channels.phone-2.kind",
                        "ntfy",
                        "conveyarr.channels.phone-2.url",
                        url,
                        "conveyarr.channels.phone-2.topic",
                        "saved-here",
                        "conveyarr.channels.phone-2.token",
                        TOKEN));
        var all = get(CHANNELS).extract();
        assertThat(all.asString() + good.prettify() + bad.prettify()).doesNotContain(TOKEN);
        assertThat(all.jsonPath().getMap("items.find { it.name == 'phone-2' }.settings"))
                .containsEntry("change", "added")
                .containsEntry("editable", true)
                .containsEntry("host", "127.0.0.1")
                .containsEntry("shown", Map.of("topic", "saved-here"))
                .hasEntrySatisfying(
                        "hidden", hidden -> assertThat(hidden).asString().contains("token", "url"));
        assertThat(all.jsonPath().getString("items.find { it.name == 'phone-2' }.state"))
                .isEqualTo("waiting");
        assertThat(nextStart())
                .isEqualTo(
                        Map.of("phone-2", Map.of("kind", "ntfy", "url", url, "topic", "saved-here", "token", TOKEN)));

        tried("phone-2", "ntfy", Map.of("topic", "other")).body("tested.good", equalTo(true));
        tried("phone-2", "ntfy", Map.of("url", "http://elsewhere.invalid", "topic", "other"))
                .body("tested.words", containsString("elsewhere.invalid"));
        assertThat(phone.taken().getLast().headers()).containsEntry("Authorization", "Bearer " + TOKEN);

        String token = delete("phone-2?dryRun=true").statusCode(200).extract().path("confirmToken");
        delete("phone-2").statusCode(428);
        delete("phone-2?confirmToken=" + token).statusCode(200).body("state", equalTo("REMOVED"));
        delete("phone-2?dryRun=true").statusCode(404);
    }

    @Test
    void what_cannot_be_a_channel_is_told_in_a_sentence() {
        refused("Not%20So", "ntfy", Map.of()).body("detail", containsString("small letters"));
        refused("new", "pigeon", Map.of())
                .body("detail", containsString("conveyarr.channels.new.kind = pigeon is unknown"));
        refused("new", "ntfy", Map.of("topic", "x")).body("detail", equalTo("conveyarr.channels.new.url is missing"));
        refused("new", "ntfy", Map.of("tpoic", "x")).body("detail", containsString("new.tpoic is unknown"));
        refused("new", "ntfy", Map.of("topic", "a\nb", "url", "http://a"))
                .body("detail", containsString("control characters"));
        tried("new", "ntfy", Map.of("topic", "x", "url", "http://169.254.169.254"))
                .body("tested.good", equalTo(false))
                .body("tested.words", containsString("link-local"));
        given().contentType("application/json")
                .body("{}")
                .put(CHANNELS + "/new")
                .then()
                .statusCode(401);
    }

    @Test
    void what_somebody_set_outside_is_not_changed_here() {
        put("home", Map.of("kind", "webhook", "dryRun", true))
                .statusCode(409)
                .body("detail", startsWith("home is set by "));
        delete("home?dryRun=true").statusCode(409);
        get(CHANNELS).body("items.find { it.name == 'home' }.settings.editable", equalTo(false));
    }

    @Test
    void the_kinds_say_what_they_want_to_know() {
        get(CHANNELS + "/kinds")
                .body(keys("ntfy", "needed"), equalTo(List.of("topic", "url")))
                .body(keys("ntfy", "secret"), equalTo(List.of("url", "token")))
                .body(keys("email", "needed"), equalTo(List.of("from", "host", "to")));
    }

    @Test
    void where_one_key_stands_for_another_neither_is_demanded() {
        get(CHANNELS + "/kinds")
                .body(keys("slack", "needed"), empty())
                .body(keys("apprise", "needed"), equalTo(List.of("url")));
    }

    private static String keys(String kind, String which) {
        return "items.find { it.kind == '" + kind + "' }.keys.findAll { it." + which + " }.key";
    }

    private static Map<String, Map<String, String>> nextStart() {
        return new SmallRyeConfigBuilder()
                .withMapping(ChannelsConfig.class)
                .withSources(new PropertiesConfigSource(
                        Map.of("conveyarr.data", Receivers.data().toString()), "jar", 250))
                .withSources(new SavedSettingsFactory())
                .build()
                .getConfigMapping(ChannelsConfig.class)
                .channels();
    }

    private static ValidatableResponse tried(String name, String kind, Map<String, String> settings) {
        return put(name, Map.of("kind", kind, "settings", settings, "dryRun", true))
                .statusCode(200);
    }

    private static ValidatableResponse refused(String name, String kind, Map<String, String> settings) {
        return put(name, Map.of("kind", kind, "settings", settings, "dryRun", true))
                .statusCode(400);
    }

    private static ValidatableResponse put(String name, Map<String, ?> body) {
        return given().urlEncodingEnabled(false)
                .header("X-Api-Key", EmbeddedStack.API_KEY)
                .contentType("application/json")
                .body(body)
                .put(CHANNELS + "/" + name)
                .then();
    }

    private static ValidatableResponse get(String path) {
        return given().header("X-Api-Key", EmbeddedStack.API_KEY).get(path).then();
    }

    private static ValidatableResponse delete(String path) {
        return given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .delete(CHANNELS + "/" + path)
                .then();
    }
}
