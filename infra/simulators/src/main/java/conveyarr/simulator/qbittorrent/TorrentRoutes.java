package conveyarr.simulator.qbittorrent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Reply;
import conveyarr.simulator.wire.Site;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** {@code /api/v2/torrents/*}. */
final class TorrentRoutes {
    private static final String AT = "/api/v2/torrents/";

    private final Ledger<Session> session;
    private final Profile profile;

    TorrentRoutes(Ledger<Session> session, Profile profile) {
        this.session = session;
        this.profile = profile;
    }

    void addTo(Site site) {
        site.on("GET", AT + "info", c -> Reply.json(session.read(s -> info(s, c))));
        site.on("GET", AT + "properties", c -> one(c, Fields::properties));
        site.on("GET", AT + "trackers", c -> one(c, Fields::trackers));
        site.on("POST", AT + profile.stop, c -> each(c, (t, form) -> hold(t, true)));
        site.on("POST", AT + profile.start, c -> each(c, (t, form) -> hold(t, false)));
        site.on("POST", AT + "reannounce", c -> each(c, (t, form) -> t.stalled &= !t.untilReannounced));
        site.on("POST", AT + "recheck", c -> each(c, (t, form) -> t.trouble = ""));
        site.on("POST", AT + "addTags", c -> each(c, (t, form) -> tags(t, form.get("tags"), true)));
        site.on("POST", AT + "removeTags", c -> each(c, (t, form) -> tags(t, form.get("tags"), false)));
        site.on("POST", AT + "setCategory", this::setCategory);
        site.on("POST", AT + "delete", this::delete);
    }

    private List<ObjectNode> info(Session s, Call call) {
        List<Torrent> asked = call.query().containsKey("hashes") ? s.named(call.query("hashes", "")) : s.torrents;
        return asked.stream()
                .filter(t -> !call.query().containsKey("category") || t.category.equals(call.query("category", "")))
                .map(t -> Fields.torrent(t, profile).put("hash", t.hash))
                .toList();
    }

    private Reply one(Call call, BiFunction<Torrent, Profile, JsonNode> answer) {
        if (!call.query().containsKey("hash")) {
            return Reply.text(400, "Bad Request");
        }
        Torrent found = session.read(s -> s.find(call.query("hash", "")));
        return found == null ? Reply.text(404, "Not Found") : Reply.json(answer.apply(found, profile));
    }

    private Reply setCategory(Call call) {
        String category = call.form().getOrDefault("category", "");
        boolean known = category.isEmpty() || session.read(s -> s.categories.contains(category));
        return known ? each(call, (t, form) -> t.category = category) : Reply.text(409, "Incorrect category name");
    }

    private Reply delete(Call call) {
        String hashes = call.form().getOrDefault("hashes", "");
        session.update(s -> s.torrents.removeAll(s.named(hashes)));
        return Reply.empty(200);
    }

    private Reply each(Call call, BiConsumer<Torrent, Map<String, String>> change) {
        Map<String, String> form = call.form();
        if (!form.containsKey("hashes")) {
            return Reply.text(400, "Bad Request");
        }
        session.update(s -> s.named(form.get("hashes")).forEach(t -> change.accept(t, form)));
        return Reply.empty(profile.done());
    }

    private static void hold(Torrent torrent, boolean held) {
        torrent.held = held;
        torrent.speed = 0;
    }

    private static void tags(Torrent torrent, String given, boolean add) {
        TreeSet<String> tags = new TreeSet<>(List.of(torrent.tags.split(", ")));
        List<String> named = List.of((given == null ? "" : given).split(",\\s*"));
        boolean changed = add ? tags.addAll(named) : tags.removeAll(named);
        tags.remove("");
        torrent.tags = String.join(", ", tags);
    }
}
