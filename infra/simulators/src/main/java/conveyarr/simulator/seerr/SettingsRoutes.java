package conveyarr.simulator.seerr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Reply;
import conveyarr.simulator.wire.Shape;
import conveyarr.simulator.wire.Site;
import java.util.List;
import java.util.Optional;

/** The key at the door, status, users and the one webhook slot. */
final class SettingsRoutes {
    private static final String WEBHOOK = "/api/v1/settings/notifications/webhook";
    private static final List<String> OPEN =
            List.of("/api/v1/status", "/api/v1/status/appdata", "/api/v1/settings/public");

    private static final ObjectNode FIXED =
            Shape.of(SettingsRoutes.class, "fixed.json").fixed();

    private final Ledger<SeerrState> state;
    private final SeerrHooks hooks;
    private final String apiKey;

    SettingsRoutes(Ledger<SeerrState> state, SeerrHooks hooks, String apiKey) {
        this.state = state;
        this.hooks = hooks;
        this.apiKey = apiKey;
    }

    void addTo(Site site) {
        site.guard(this::refusal).otherwise(c -> Reply.json(404, message(c, "not found")));
        site.on("GET", "/api/v1/status", c -> Reply.json(FIXED.get("status")));
        site.on("GET", "/api/v1/status/appdata", c -> Reply.json(FIXED.get("appdata")));
        site.on("GET", "/api/v1/settings/public", c -> Reply.json(FIXED.get("public")));
        site.on("GET", "/api/v1/auth/me", c -> Reply.json(state.read(s -> SeerrViews.user(s.users.getFirst(), s))));
        site.on("GET", "/api/v1/user", c -> Reply.json(state.read(SettingsRoutes::users)));
        site.on("GET", WEBHOOK, c -> Reply.json(state.read(s -> s.slot.view())));
        site.on("POST", WEBHOOK, this::save);
        site.on("POST", WEBHOOK + "/test", this::test);
    }

    private static ObjectNode users(SeerrState s) {
        ObjectNode page = Json.of("pages", 1, "pageSize", 10, "results", s.users.size(), "page", 1);
        List<ObjectNode> all = s.users.stream().map(u -> SeerrViews.user(u, s)).toList();
        return Json.of("pageInfo", page, "results", all);
    }

    private Reply test(Call call) {
        boolean sent = hooks.test(WebhookSlot.posted(call.json()));
        return sent ? Reply.empty(204) : Reply.json(500, Json.of("message", "Failed to send webhook notification."));
    }

    private Reply save(Call call) {
        if (!call.json().has("options")) {
            return Reply.json(500, Json.of("message", "Cannot read properties of undefined (reading 'jsonPayload')"));
        }
        WebhookSlot slot = WebhookSlot.posted(call.json());
        state.update(s -> s.slot = slot);
        return Reply.json(slot.stored());
    }

    /** No key (an empty one is none): 401. A wrong key, or an unknown user to act as: 403. */
    private Optional<Reply> refusal(Call call) {
        String key = call.header("X-Api-Key");
        if (OPEN.contains(call.path())) {
            return Optional.empty();
        }
        if (key == null || key.isEmpty()) {
            return Optional.of(Reply.json(401, message(call, "cookie 'connect.sid' required")));
        }
        String user = call.header("X-API-User");
        boolean known = user == null || state.read(s -> s.users.stream().anyMatch(u -> user.equals("" + u.id)));
        return apiKey.equals(key) && known
                ? Optional.empty()
                : Optional.of(Reply.json(
                        403, Json.of("status", 403, "error", "You do not have permission to access this endpoint")));
    }

    private static Object message(Call call, String text) {
        return Json.of("message", text, "errors", List.of(Json.of("path", call.path(), "message", text)));
    }
}
