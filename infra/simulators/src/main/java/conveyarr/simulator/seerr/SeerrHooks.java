package conveyarr.simulator.seerr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Hooks;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.SentHook;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Sends Seerr's webhook: never awaited, one POST, no order between two of them. */
final class SeerrHooks {
    private final Ledger<SeerrState> state;
    private final Hooks hooks = new Hooks();

    SeerrHooks(Ledger<SeerrState> state) {
        this.state = state;
    }

    Hooks hooks() {
        return hooks;
    }

    /** The body is made now, from the state as it is; only the sending happens beside. */
    void send(Notice notice, Request request) {
        WebhookSlot slot = state.read(s -> s.slot);
        if (!slot.enabled || slot.webhookUrl.isEmpty() || (slot.types & notice.bit) == 0) {
            return;
        }
        Map<String, String> variables = state.read(s -> Variables.of(notice, request, s));
        ArrayNode extra = seasons(request);
        String body = body(slot, new Template(variables, Set.of("media", "request"), extra));
        Thread.ofVirtual().start(() -> post(slot, notice.name(), body));
    }

    /** The test button; it is awaited, and neither {@code enabled} nor {@code types} matter. */
    boolean test(WebhookSlot slot) {
        Map<String, String> variables = new LinkedHashMap<>(Map.of(
                "notification_type",
                "TEST_NOTIFICATION",
                "event",
                "",
                "subject",
                "Test Notification",
                "message",
                "Check check, 1, 2, 3. Are we coming in clear?",
                "image",
                ""));
        try {
            return post(slot, "TEST_NOTIFICATION", body(slot, new Template(variables, Set.of())))
                    .accepted();
        } catch (RuntimeException broken) {
            return false; // the template was encoded once only, or the URL is none
        }
    }

    /** All that the webhook says of what part of a series is asked for. */
    private static ArrayNode seasons(Request request) {
        if (request.seasons.isEmpty()) {
            return Json.array();
        }
        String numbers = request.seasons.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return Json.array(Json.of("name", "Requested Seasons", "value", numbers));
    }

    private static String body(WebhookSlot slot, Template template) {
        return Json.compact(template.fill(slot.template()));
    }

    private SentHook post(WebhookSlot slot, String type, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json, text/plain, */*");
        headers.put("Content-Type", "application/json");
        if (slot.authHeader != null && !slot.authHeader.isEmpty()) {
            headers.put("Authorization", slot.authHeader);
        }
        headers.put("User-Agent", "axios/1.13.3");
        headers.put("Accept-Encoding", "gzip, compress, deflate, br");
        return hooks.post(type, URI.create(slot.webhookUrl), headers, body);
    }
}
