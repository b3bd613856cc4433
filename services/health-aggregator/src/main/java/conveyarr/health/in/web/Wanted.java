package conveyarr.health.in.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.flow.wire.Json;
import conveyarr.health.view.other.Connections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A program as a person describes it. {@code key} is the API key, or the password that goes with {@code user}; it is for the gateway alone and
 * never goes back into a page, where {@code sealed} stands for it.
 */
public record Wanted(String name, String kind, String url, String user, String key, boolean behindVpn, String sealed) {
    static final Wanted NOTHING = new Wanted("", "", "", "", "", false, "");

    static Wanted of(Form form) {
        return new Wanted(
                form.given("name").orElse(form.text("kind")),
                form.text("kind"),
                form.text("url"),
                form.text("user"),
                form.text("key"),
                form.given("behindVpn").isPresent(),
                form.text("sealed"));
    }

    /** One that is saved, to be changed. */
    static Wanted of(Connections.Item item) {
        var at = item.settings();
        return at == null
                ? NOTHING
                : new Wanted(item.instance(), item.kind(), text(at.url()), text(at.username()), "", at.behindVpn(), "");
    }

    /** The body of the call that saves it. */
    ObjectNode order() {
        return Json.mapper()
                .createObjectNode()
                .put("kind", kind)
                .put("url", url)
                .put("username", user)
                .put(user.isBlank() ? "apiKey" : "password", key)
                .put("sealed", sealed)
                .put("behindVpn", behindVpn);
    }

    /** What the form that confirms brings back. */
    Map<String, String> fields(String seal) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", name);
        fields.put("kind", kind);
        fields.put("url", url);
        fields.put("user", user);
        if (behindVpn) {
            fields.put("behindVpn", "on");
        }
        fields.put("sealed", text(seal));
        return fields;
    }

    /** The same for the environment, or for the file where it has a name of its own; the key is not shown again. */
    List<String> lines() {
        String word = kind.toUpperCase(Locale.ROOT).replace('-', '_');
        if (!name.equals(kind)) {
            String secret = user.isBlank() ? "api-key: <the key>" : "username: " + user + ", password: <the password>";
            return List.of(
                    "conveyarr:",
                    "  upstreams:",
                    "    " + name + ": { kind: " + kind + ", url: \"" + url + "\", " + secret + " }");
        }
        return user.isBlank()
                ? List.of(word + "_URL=" + url, word + "_API_KEY=<the key>")
                : List.of(word + "_URL=" + url, word + "_USERNAME=" + user, word + "_PASSWORD=<the password>");
    }

    @Override
    public String toString() {
        return "Wanted " + name + " " + url;
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
