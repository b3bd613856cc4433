package conveyarr.simulator.jellyfin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.jellyfin.Shelf.Item;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Reply;
import conveyarr.simulator.wire.Shape;
import conveyarr.simulator.wire.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Jellyfin's API as far as an indexer needs it; only the authorisation that Jellyfin 12 still takes. */
final class JellyfinRoutes {
    private static final String ID = "8f2c6f8c1d1b4c3d9e4f5a6b7c8d9e0f";
    private static final ObjectNode FIXED =
            Shape.of(JellyfinRoutes.class, "fixed.json").fixed();
    private static final String LIBRARY = "/media/movies";
    private static final List<String> OPEN = List.of("/health", "/system/info/public", "/system/ping");
    private static final Pattern TOKEN = Pattern.compile("^MediaBrowser .*?Token=\"?([^\", ]+)\"?");

    private final Ledger<Shelf> shelf;
    private final String apiKey;
    private final Duration delay;

    JellyfinRoutes(Ledger<Shelf> shelf, String apiKey, Duration delay) {
        this.shelf = shelf;
        this.apiKey = apiKey;
        this.delay = delay;
    }

    void addTo(Site site) {
        site.guard(this::refusal).otherwise(c -> Reply.empty(404));
        site.on("GET", "/health", c -> Reply.text(200, "Healthy"));
        site.on("GET", "/System/Ping", c -> Reply.json("Jellyfin Server"));
        site.on("GET", "/System/Info/Public", c -> Reply.json(FIXED.get("info")));
        site.on("GET", "/System/Info", c -> Reply.json(FIXED.get("info")));
        site.on("GET", "/Library/VirtualFolders", c -> Reply.json(FIXED.get("folders")));
        site.on("POST", "/Library/Media/Updated", this::updated);
        site.on("POST", "/Library/Refresh", c -> reported(LIBRARY));
        site.on("GET", "/Items", this::items);
    }

    /** 204 always: the path is only queued. */
    private Reply updated(Call call) {
        call.json().path("Updates").forEach(u -> reported(u.path("Path").asText()));
        return Reply.empty(204);
    }

    /** A path outside the library is ignored without a word. */
    private Reply reported(String path) {
        if (path.startsWith(LIBRARY)) {
            shelf.update(s -> s.waiting.put(path, Instant.now().plus(delay)));
        }
        return Reply.empty(204);
    }

    private Reply items(Call call) {
        String term = call.query("searchTerm", "").toLowerCase();
        String types = call.query("IncludeItemTypes", call.query("includeItemTypes", "Movie"));
        List<ObjectNode> found = shelf.read(s -> s.items.stream()
                .filter(i -> i.name().toLowerCase().contains(term) && types.contains("Movie"))
                .map(i -> item(i, call.query("Fields", call.query("fields", ""))))
                .toList());
        int start = call.number("StartIndex", 0);
        return Reply.json(Json.of(
                "Items",
                found.stream()
                        .skip(start)
                        .limit(call.number("Limit", Integer.MAX_VALUE))
                        .toList(),
                "TotalRecordCount",
                found.size(),
                "StartIndex",
                start));
    }

    private static ObjectNode item(Item item, String fields) {
        ObjectNode node = Json.of("Name", item.name(), "ServerId", ID, "Id", item.id(), "Type", "Movie");
        if (fields.contains("DateCreated")) {
            node.put("DateCreated", item.created().toString());
        }
        if (fields.contains("Path")) {
            node.put("Path", item.path());
        }
        if (fields.contains("ProviderIds")) {
            node.set("ProviderIds", Json.of("Tmdb", "" + item.tmdbId(), "Imdb", item.imdbId()));
        }
        return node;
    }

    private Optional<Reply> refusal(Call call) {
        Matcher token = TOKEN.matcher(call.header("Authorization") == null ? "" : call.header("Authorization"));
        String key = token.find() ? token.group(1) : call.query("ApiKey", "");
        boolean free = OPEN.contains(call.path().toLowerCase()) || apiKey.equals(key);
        return free ? Optional.empty() : Optional.of(Reply.empty(401));
    }
}
