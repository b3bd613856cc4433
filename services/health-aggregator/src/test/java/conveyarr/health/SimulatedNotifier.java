package conveyarr.health;

import conveyarr.flow.wire.Json;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Reply;
import conveyarr.simulator.wire.Site;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A notifier with a channel that was saved and one that the environment names. It says yes to every order and keeps what it was asked. */
public final class SimulatedNotifier implements AutoCloseable {
    private static final String CHANNELS = "/api/v1/notifications/channels";

    private final List<Map<String, Object>> orders = new CopyOnWriteArrayList<>();
    private final Site site = new Site(0)
            .on("GET", CHANNELS, _ -> Reply.json(Map.of("items", List.of(mine(), outside()))))
            .on("GET", CHANNELS + "/kinds", _ -> Reply.json(Map.of("items", List.of(kind()))))
            .on("PUT", CHANNELS + "/{name}", this::ordered)
            .open();

    String url() {
        return site.url().toString();
    }

    public Map<String, Object> lastOrder() {
        return orders.getLast();
    }

    @SuppressWarnings("unchecked")
    private Reply ordered(Call call) {
        Map<String, Object> order = Json.read(call.body(), Map.class);
        orders.add(order);
        return Boolean.TRUE.equals(order.get("dryRun"))
                ? Reply.json(Map.of(
                        "would",
                        List.of(),
                        "confirmToken",
                        "the-token",
                        "tested",
                        Map.of("good", true, "words", "mine took the message in 3 ms."),
                        "sealed",
                        "the-seal"))
                : Reply.json(Map.of("state", "SAVED"));
    }

    private static Map<String, Object> mine() {
        return Map.of(
                "name",
                "mine",
                "state",
                "waiting",
                "edits",
                false,
                "settings",
                Map.of(
                        "kind",
                        "ntfy",
                        "host",
                        "ntfy.sh",
                        "shown",
                        Map.of("topic", "my-topic"),
                        "hidden",
                        List.of("token", "url"),
                        "from",
                        Map.of(),
                        "editable",
                        true,
                        "change",
                        "added"));
    }

    private static Map<String, Object> outside() {
        return Map.of(
                "name", "ntfy",
                "state", "open",
                "onDoubt", "DROP",
                "edits", true,
                "settings",
                        Map.of(
                                "kind",
                                "ntfy",
                                "host",
                                "ntfy.sh",
                                "shown",
                                Map.of(),
                                "hidden",
                                List.of("url"),
                                "from",
                                Map.of("url", "variable NTFY_URL"),
                                "editable",
                                false,
                                "change",
                                "none"));
    }

    private static Map<String, Object> kind() {
        return Map.of(
                "kind",
                "ntfy",
                "keys",
                List.of(key("topic", true, false), key("url", true, true), key("token", false, true)));
    }

    private static Map<String, Object> key(String key, boolean needed, boolean secret) {
        return Map.of("key", key, "needed", needed, "secret", secret);
    }

    @Override
    public void close() {
        site.close();
    }
}
