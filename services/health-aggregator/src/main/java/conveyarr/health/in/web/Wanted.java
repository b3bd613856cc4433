package conveyarr.health.in.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.flow.wire.Json;
import conveyarr.health.view.other.Connections;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A program as a person describes it. {@code key} is the API key, or the password that goes with {@code user}; it is for the gateway alone and
 * never goes back into a page, where {@code sealed} stands for it.
 */
public record Wanted(
        String name,
        String kind,
        String url,
        String healthUrl,
        String user,
        String key,
        boolean behindVpn,
        boolean required,
        String sealed) {
    static final Wanted NOTHING = new Wanted("", "", "", "", "", "", false, true, "");

    static Wanted of(Form form) {
        return new Wanted(
                form.given("name").orElse(form.text("kind")),
                form.text("kind"),
                form.text("url"),
                form.text("healthUrl"),
                form.text("user"),
                form.text("key"),
                form.given("behindVpn").isPresent(),
                form.given("required").isPresent(),
                form.text("sealed"));
    }

    /** One that is saved, to be changed. */
    static Wanted of(Connections.Item item) {
        var at = item.settings();
        return at == null
                ? NOTHING
                : new Wanted(
                        item.instance(),
                        at.kind(),
                        text(at.url()),
                        text(at.healthUrl()),
                        text(at.username()),
                        "",
                        at.behindVpn(),
                        at.required(),
                        "");
    }

    /** The body of the call that saves it. */
    ObjectNode order() {
        return Json.mapper()
                .createObjectNode()
                .put("kind", kind)
                .put("url", url)
                .put("healthUrl", healthUrl)
                .put("username", user)
                .put(user.isBlank() ? "apiKey" : "password", key)
                .put("sealed", sealed)
                .put("behindVpn", behindVpn)
                .put("required", required);
    }

    /** What the form that confirms brings back. */
    Map<String, String> fields(String seal) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", name);
        fields.put("kind", kind);
        fields.put("url", url);
        fields.put("healthUrl", healthUrl);
        fields.put("user", user);
        if (behindVpn) {
            fields.put("behindVpn", "on");
        }
        if (required) {
            fields.put("required", "on");
        }
        fields.put("sealed", text(seal));
        return fields;
    }

    /** The same for the environment, or for the file where it has a name of its own; the key is not shown again. */
    List<String> lines() {
        return name.equals(kind) ? variables() : entry();
    }

    private List<String> entry() {
        var settings = new ArrayList<>(List.of("kind: " + kind, "url: \"" + url + "\""));
        if (user.isBlank()) {
            settings.add("api-key: <the key>");
        } else {
            settings.addAll(List.of("username: " + user, "password: <the password>"));
        }
        more().forEach((setting, value) -> settings.add(setting + ": \"" + value + "\""));
        return List.of("conveyarr:", "  upstreams:", "    " + name + ": { " + String.join(", ", settings) + " }");
    }

    private List<String> variables() {
        String word = variable(kind);
        var lines = new ArrayList<>(List.of(word + "_URL=" + url));
        if (user.isBlank()) {
            lines.add(word + "_API_KEY=<the key>");
        } else {
            lines.addAll(List.of(word + "_USERNAME=" + user, word + "_PASSWORD=<the password>"));
        }
        more().forEach((setting, value) ->
                lines.add("CONVEYARR_UPSTREAMS_" + word + "_" + variable(setting) + "=" + value));
        return lines;
    }

    /** What is not as it usually is. */
    private Map<String, String> more() {
        var more = new LinkedHashMap<String, String>();
        if (!healthUrl.isBlank()) {
            more.put("health-url", healthUrl);
        }
        if (behindVpn) {
            more.put("behind-vpn", "true");
        }
        if (!required) {
            more.put("required", "false");
        }
        return more;
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    @Override
    public String toString() {
        return "Wanted " + name + " " + url;
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
