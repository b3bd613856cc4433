package conveyarr.health.in.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.flow.wire.Json;
import conveyarr.health.view.other.ChannelKind.Key;
import conveyarr.health.view.other.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A channel as a person describes it: {@code values} by the keys of its kind. The secrets among them are for the notifier alone and never go back
 * into a page, where {@code sealed} stands for them.
 */
public record WantedChannel(String name, String kind, Map<String, String> values, String sealed) {
    static final WantedChannel NOTHING = new WantedChannel("", "", Map.of(), "");

    /** What the names of the fields begin with that hold the values. */
    private static final String FIELD = "set-";

    static WantedChannel of(Form form) {
        var values = new LinkedHashMap<String, String>();
        form.fields().keySet().stream()
                .filter(field -> field.startsWith(FIELD))
                .forEach(field -> values.put(field.substring(FIELD.length()), form.text(field)));
        return new WantedChannel(
                form.given("name").orElse(form.text("kind")), form.text("kind"), values, form.text("sealed"));
    }

    /** One that is saved, to be changed. */
    static WantedChannel of(Messages.Channel channel) {
        var at = channel.settings();
        return at == null ? NOTHING : new WantedChannel(channel.name(), at.kind(), at.shown(), "");
    }

    static String field(Key key) {
        return FIELD + key.key();
    }

    String value(Key key) {
        return values.getOrDefault(key.key(), "");
    }

    /** The body of the call that saves it. */
    ObjectNode order() {
        ObjectNode order = Json.mapper().createObjectNode().put("kind", kind).put("sealed", sealed);
        ObjectNode settings = order.putObject("settings");
        values.forEach(settings::put);
        return order;
    }

    /** What the form that confirms brings back. */
    Map<String, String> fields(List<Key> keys, String seal) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", name);
        fields.put("kind", kind);
        keys.stream().filter(key -> !key.secret()).forEach(key -> fields.put(field(key), value(key)));
        fields.put("sealed", seal == null ? "" : seal);
        return fields;
    }

    /** The same for the file; the secrets are not shown again. */
    List<String> lines(List<Key> keys) {
        var settings = new ArrayList<>(List.of("kind: " + kind));
        keys.forEach(key -> {
            if (key.secret() && (key.needed() || !value(key).isEmpty())) {
                settings.add(key.key() + ": <the " + key.key() + ">");
            } else if (!key.secret() && !value(key).isEmpty()) {
                settings.add(key.key() + ": " + Json.write(value(key)));
            }
        });
        return List.of("conveyarr:", "  channels:", "    " + name + ": { " + String.join(", ", settings) + " }");
    }

    @Override
    public String toString() {
        return "WantedChannel " + name + " " + values.keySet();
    }
}
