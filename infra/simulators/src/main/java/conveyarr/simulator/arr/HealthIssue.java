package conveyarr.simulator.arr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.wire.Json;
import java.util.Locale;

/** A failed check, in the words of the webhook; the API calls {@code type} "source" and {@code level} "type". */
record HealthIssue(String type, String level, String message) {
    String wikiUrl(String app) {
        String place = message.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return "https://wiki.servarr.com/" + app.toLowerCase(Locale.ROOT) + "/system#" + place;
    }

    ObjectNode body(String app) {
        return Json.of("level", level, "message", message, "type", type).put("wikiUrl", wikiUrl(app));
    }
}
