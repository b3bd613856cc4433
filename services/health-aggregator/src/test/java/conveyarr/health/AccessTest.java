package conveyarr.health;

import static conveyarr.health.SimulatedPrograms.identities;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import conveyarr.health.core.access.Role;
import conveyarr.testkit.EmbeddedStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets in, with which role to what, and how nobody gets in. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(SimulatedPrograms.class)
class AccessTest {
    private static final String PASSWORD = "correct horse";
    private static final Path ROUTES = Path.of("../../infra/standalone/src/test/resources/routes.txt");

    private static final Map<Role, Map<String, String>> COOKIES = new EnumMap<>(Role.class);

    @Inject
    HealthFlow flow;

    @BeforeEach
    void prepared() {
        await().atMost(Duration.ofSeconds(60)).until(flow::prepared);
    }

    private record Route(String method, String path, String need) {
        static Route of(String line) {
            String[] parts = line.split(" ");
            return new Route(parts[0], parts[1], parts[2]);
        }

        Response by(RequestSpecification who) {
            String id = "00000000-0000-0000-0000-000000000001";
            String asked = path.replaceAll("\\{[^}]*}", id);
            var call = who.redirects().follow(false).header("Sec-Fetch-Site", "same-origin");
            return method.equals("POST")
                    ? call.contentType("application/x-www-form-urlencoded")
                            .body("x=1")
                            .post(asked)
                    : call.get(asked);
        }
    }

    @Test
    void each_route_lets_in_those_whom_the_table_names_and_nobody_else() throws IOException {
        var cookies = accounts();
        for (Route route : pages()) {
            assertThat(turnedAway(route.by(given()))).as("nobody at " + route).isTrue();
            for (Role role : Role.values()) {
                boolean may = role.covers(Role.of(route.need()).orElseThrow());
                assertThat(turnedAway(route.by(given().cookies(cookies.get(role)))))
                        .as(role + " at " + route)
                        .isEqualTo(!may);
            }
        }
    }

    @Test
    void a_stranger_is_led_to_the_login_and_the_api_key_is_a_way_in() {
        accounts();
        given().redirects()
                .follow(false)
                .get("/requests")
                .then()
                .statusCode(303)
                .header("Location", "./login");
        given().get("/ui/live").then().statusCode(401);
        given().header("X-Api-Key", "wrong")
                .redirects()
                .follow(false)
                .get("/health")
                .then()
                .statusCode(303);
        given().header("X-Api-Key", EmbeddedStack.API_KEY).get("/health").then().statusCode(200);
        var in = login("", EmbeddedStack.API_KEY);
        in.then().statusCode(303);
        given().cookies(in.cookies()).get("/settings/access").then().statusCode(200);
    }

    @Test
    void a_session_ends_with_the_logout_and_with_a_new_password() {
        accounts();
        account("guest", Role.READER, PASSWORD);
        var in = login("guest", PASSWORD);
        assertThat(in.getHeader("Set-Cookie")).contains("HttpOnly").containsIgnoringCase("SameSite=Lax");
        var first = in.cookies();
        given().cookies(first).get("/downloads").then().statusCode(200);
        given().cookies(first)
                .header("Sec-Fetch-Site", "same-origin")
                .redirects()
                .follow(false)
                .post("/logout")
                .then()
                .statusCode(303);
        given().cookies(first)
                .redirects()
                .follow(false)
                .get("/downloads")
                .then()
                .statusCode(303);
        var second = login("guest", PASSWORD).cookies();
        account("guest", Role.READER, "another password");
        given().cookies(second)
                .redirects()
                .follow(false)
                .get("/downloads")
                .then()
                .statusCode(303);
        login("guest", PASSWORD).then().statusCode(401);
    }

    @Test
    void a_change_that_another_site_sends_is_refused() {
        accounts();
        var admin = COOKIES.get(Role.ADMIN);
        for (Map<String, String> foreign : List.of(
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"),
                Map.of("Origin", "http://evil.example"),
                Map.of("Origin", "null"),
                Map.<String, String>of())) {
            given().cookies(admin)
                    .headers(foreign)
                    .formParam("name", "evil")
                    .formParam("password", PASSWORD)
                    .formParam("role", "admin")
                    .post("/settings/access")
                    .then()
                    .statusCode(403)
                    .body(containsString("not made"));
        }
        given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .get("/settings/access")
                .then()
                .body(not(containsString("evil")));
    }

    @Test
    void headers_of_a_proxy_that_is_not_ours_change_nothing() {
        accounts();
        for (String chain : List.of("127.0.0.1", "203.0.113.9, 127.0.0.1", "127.0.0.1, 203.0.113.9")) {
            given().header("X-Forwarded-For", chain)
                    .header("Remote-User", "admin")
                    .header("Remote-Groups", "admins")
                    .header("Forwarded", "for=127.0.0.1")
                    .redirects()
                    .follow(false)
                    .get("/settings/access")
                    .then()
                    .statusCode(303)
                    .header("Location", "../login");
        }
    }

    @Test
    void the_last_admin_stays() {
        accounts();
        given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .formParam("name", "admin")
                .post("/settings/access/remove")
                .then()
                .statusCode(409)
                .body(containsString("last account"));
    }

    @Test
    void a_weak_password_is_refused_with_a_sentence() {
        given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .formParam("name", "new")
                .formParam("password", "short")
                .formParam("role", "admin")
                .post("/settings/access")
                .then()
                .statusCode(400)
                .body(containsString("10 to 200 characters"));
        given().get("/ping").then().statusCode(200).body("status", equalTo("OK"));
    }

    @Test
    void the_groups_that_an_identity_provider_names_give_the_role() {
        for (var known : Map.of("ops", Role.READER, "operators", Role.OPERATOR, "admins", Role.ADMIN)
                .entrySet()) {
            var out = leave();
            var way = URI.create(out.getHeader("Location"));
            assertThat(way.getQuery()).contains("theme=dark", "redirect_uri=https://flow.example.org/login/oidc/back");
            var in = back(out, identities().login(way, "ana", List.of(known.getKey()), _ -> {}));
            in.then().statusCode(303).header("Location", "../../");
            given().cookies(in.cookies())
                    .get("/downloads")
                    .then()
                    .statusCode(200)
                    .body(containsString("ana"));
            given().cookies(in.cookies())
                    .get("/settings/access")
                    .then()
                    .statusCode(known.getValue() == Role.ADMIN ? 200 : 403);
        }
    }

    @Test
    void what_a_provider_did_not_sign_for_this_login_lets_nobody_in() {
        List<Consumer<Map<String, Object>>> flaws = List.of(
                claims -> claims.put("nonce", "another"),
                claims -> claims.put("aud", "somebody else"),
                claims -> claims.put("iss", "https://evil.example"),
                claims -> claims.put("exp", Instant.now().minusSeconds(600).getEpochSecond()),
                claims -> claims.remove("exp"),
                claims -> claims.put("sub", "another"));
        for (var flaw : flaws) {
            var out = leave();
            var way = URI.create(out.getHeader("Location"));
            kept(back(out, identities().login(way, "eve", List.of("admins"), flaw)), 403);
        }
        var out = leave();
        kept(back(out, identities().forged(URI.create(out.getHeader("Location")))), 403);
        kept(back(out, "no-such-code"), 502);
    }

    @Test
    void a_way_back_that_another_browser_began_leads_nowhere() {
        var mine = leave();
        var theirs = leave();
        String code = identities().login(URI.create(theirs.getHeader("Location")), "eve", List.of("admins"), _ -> {});
        String state = state(theirs);
        kept(
                given().cookies(mine.cookies())
                        .queryParam("state", state)
                        .queryParam("code", code)
                        .get("/login/oidc/back"),
                400);
        kept(given().queryParam("state", state).queryParam("code", code).get("/login/oidc/back"), 400);
        String own = state(mine);
        var refused = given().cookies(mine.cookies())
                .queryParam("state", own)
                .queryParam("error", "<b>denied</b>")
                .get("/login/oidc/back");
        kept(refused, 403);
        refused.then().body(containsString("&lt;b&gt;denied"));
    }

    private static Response leave() {
        // Somebody who came by another address is led to the one to which the provider sends people back.
        given().redirects()
                .follow(false)
                .get("/login/oidc")
                .then()
                .statusCode(303)
                .header("Location", "https://flow.example.org/login/oidc?here=yes");
        var out = given().header("Host", "flow.example.org")
                .redirects()
                .follow(false)
                .get("/login/oidc");
        out.then().statusCode(303);
        assertThat(out.getHeader("Set-Cookie")).contains("Secure", "HttpOnly");
        return out;
    }

    private static String state(Response out) {
        return IdentityServer.query(URI.create(out.getHeader("Location"))).get("state");
    }

    private static Response back(Response out, String code) {
        String state = state(out);
        return given().cookies(out.cookies())
                .redirects()
                .follow(false)
                .queryParam("state", state)
                .queryParam("code", code)
                .get("/login/oidc/back");
    }

    /** Nobody got in, and what was said holds nothing that opens anything. */
    private static void kept(Response answer, int status) {
        answer.then().statusCode(status).body(not(containsString("s3cret")));
        assertThat(answer.cookies()).isEmpty();
    }

    /** 303 leads a stranger to the login; every other 303 here leads on after an action. */
    private static boolean turnedAway(Response answer) {
        String to = answer.getHeader("Location");
        return answer.statusCode() == 401
                || answer.statusCode() == 403
                || to != null && to.matches("(\\./|(\\.\\./)+)(login|setup)");
    }

    private static List<Route> pages() throws IOException {
        try (Stream<String> lines = Files.lines(ROUTES)) {
            return lines.map(Route::of)
                    .filter(route -> !List.of("key", "open").contains(route.need())
                            && !route.path().equals("/ui/live"))
                    .toList();
        }
    }

    /** One of each role, made once: a password takes a good part of a second, as it is to. */
    private static synchronized Map<Role, Map<String, String>> accounts() {
        if (COOKIES.isEmpty()) {
            for (Role role : List.of(Role.ADMIN, Role.OPERATOR, Role.READER)) {
                account(role.word(), role, PASSWORD);
                COOKIES.put(role, login(role.word(), PASSWORD).cookies());
            }
        }
        return COOKIES;
    }

    private static void account(String name, Role role, String password) {
        given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .redirects()
                .follow(false)
                .formParam("name", name)
                .formParam("password", password)
                .formParam("role", role.word())
                .post("/settings/access")
                .then()
                .statusCode(303);
    }

    private static Response login(String name, String password) {
        return given().header("Sec-Fetch-Site", "same-origin")
                .redirects()
                .follow(false)
                .formParam("name", name)
                .formParam("password", password)
                .post("/login");
    }
}
