package conveyarr.request;

import static io.restassured.RestAssured.given;

import conveyarr.testkit.EmbeddedStack;
import io.restassured.path.json.JsonPath;

/** Asks the API for the hooks that came in. */
final class Incoming {
    private static final String PATH = "/api/v1/events/incoming";

    private Incoming() {}

    static JsonPath list(String query) {
        return get(PATH + query);
    }

    static JsonPath one(String id) {
        return get(PATH + "/" + id);
    }

    static JsonPath get(String path) {
        return given().urlEncodingEnabled(false)
                .header("X-Api-Key", EmbeddedStack.API_KEY)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
