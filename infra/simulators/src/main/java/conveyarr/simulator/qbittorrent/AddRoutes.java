package conveyarr.simulator.qbittorrent;

import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Reply;
import conveyarr.simulator.wire.Site;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Magnets and categories that come in. */
final class AddRoutes {
    private final Ledger<Session> session;
    private final Profile profile;

    AddRoutes(Ledger<Session> session, Profile profile) {
        this.session = session;
        this.profile = profile;
    }

    void addTo(Site site) {
        site.on("POST", "/api/v2/torrents/add", this::add);
        site.on("GET", "/api/v2/torrents/categories", c -> Reply.json(session.read(Fields::categories)));
        site.on("POST", "/api/v2/torrents/createCategory", this::createCategory);
    }

    private Reply add(Call call) {
        Map<String, String> form = call.form();
        List<Magnet> magnets = Arrays.stream(form.getOrDefault("urls", "").split("\\s+"))
                .flatMap(link -> Magnet.read(link).stream())
                .toList();
        boolean added = session.change(s -> magnets.stream()
                        .filter(m -> s.find(m.hash()) == null)
                        .map(m -> s.torrents.add(torrent(m, form)))
                        .count()
                > 0);
        session.update(s -> remember(s, form.getOrDefault("category", "")));
        return profile == Profile.V5_2 ? counted(magnets, added) : Reply.text(200, added ? "Ok." : "Fails.");
    }

    /** Since 5.2. */
    private static Reply counted(List<Magnet> magnets, boolean added) {
        var ids = added ? magnets.stream().map(Magnet::hash).toList() : List.of();
        int failures = magnets.size() - ids.size();
        var answer = Json.of("success_count", ids.size(), "pending_count", 0, "failure_count", failures);
        return Reply.json(added ? 200 : 409, answer.set("added_torrent_ids", Json.array(ids)));
    }

    private Torrent torrent(Magnet magnet, Map<String, String> form) {
        Torrent torrent = new Torrent();
        torrent.hash = magnet.hash();
        torrent.name = magnet.name();
        torrent.size = magnet.size();
        torrent.magnet = "magnet:?xt=urn:btih:" + magnet.hash() + "&dn=" + magnet.name();
        torrent.category = form.getOrDefault("category", "");
        torrent.tags = form.getOrDefault("tags", "");
        torrent.savePath = form.getOrDefault("savepath", Session.SAVE_PATH);
        torrent.addedOn = System.currentTimeMillis() / 1000;
        torrent.lastActivity = torrent.addedOn;
        torrent.held = Boolean.parseBoolean(form.get(profile == Profile.V4_5 ? "paused" : "stopped"));
        return torrent;
    }

    private Reply createCategory(Call call) {
        session.update(s -> remember(s, call.form().getOrDefault("category", "")));
        return Reply.empty(200);
    }

    private static void remember(Session s, String category) {
        if (!category.isEmpty() && !s.categories.contains(category)) {
            s.categories.add(category);
        }
    }
}
