package conveyarr.simulator.jellyfin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.jellyfin.Shelf.Item;
import conveyarr.simulator.jellyfin.Shelf.Show;
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
import java.util.stream.Stream;

/** Jellyfin's API as far as an indexer needs it; only the authorisation that Jellyfin 12 still takes. */
final class JellyfinRoutes {
    private static final String ID = "8f2c6f8c1d1b4c3d9e4f5a6b7c8d9e0f";
    private static final ObjectNode FIXED =
            Shape.of(JellyfinRoutes.class, "fixed.json").fixed();
    static final String MOVIES = "/media/movies";
    static final String SERIES = "/media/series";
    private static final Pattern NUMBER = Pattern.compile("S(\\d{2})E(\\d{2})");
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
        site.on("POST", "/Library/Refresh", c -> refresh());
        site.on("GET", "/Items", this::items);
        site.on("GET", "/Shows/{show}/Episodes", this::episodes);
    }

    /** 204 always: the path is only queued. */
    private Reply updated(Call call) {
        call.json().path("Updates").forEach(u -> reported(u.path("Path").asText()));
        return Reply.empty(204);
    }

    private Reply refresh() {
        reported(MOVIES);
        return reported(SERIES);
    }

    /** A path outside the libraries is ignored without a word. */
    private Reply reported(String path) {
        if (path.startsWith(MOVIES) || path.startsWith(SERIES)) {
            shelf.update(s -> s.waiting.put(path, Instant.now().plus(delay)));
        }
        return Reply.empty(204);
    }

    private Reply items(Call call) {
        String term = call.query("searchTerm", "").toLowerCase();
        String types = call.query("IncludeItemTypes", call.query("includeItemTypes", "Movie"));
        String fields = call.query("Fields", call.query("fields", ""));
        return page(call, shelf.read(s -> Stream.concat(
                        s.items.stream().filter(i -> types.contains("Movie")).map(i -> item(i, fields)),
                        s.shows.stream().filter(i -> types.contains("Series")).map(i -> item(i, fields)))
                .filter(i -> i.path("Name").asText().toLowerCase().contains(term))
                .toList()));
    }

    private static Reply page(Call call, List<ObjectNode> found) {
        int start = call.number("StartIndex", 0);
        int limit = call.number("Limit", Integer.MAX_VALUE);
        List<ObjectNode> items = found.stream().skip(start).limit(limit).toList();
        return Reply.json(Json.of("Items", items, "TotalRecordCount", found.size(), "StartIndex", start));
    }

    /** Those with a file; what is only announced is not simulated. */
    private Reply episodes(Call call) {
        return shelf.read(s -> s.shows.stream()
                .filter(show -> show.id().equals(call.text("show")))
                .findFirst()
                .map(show -> page(
                        call, show.files().stream().map(JellyfinRoutes::episode).toList()))
                .orElseGet(() -> Reply.empty(404)));
    }

    private static ObjectNode episode(String file) {
        Matcher number = NUMBER.matcher(file);
        ObjectNode node = Json.of("Name", file.substring(file.lastIndexOf('/') + 1), "ServerId", ID);
        node.put("Id", Scan.id(file))
                .put("Type", "Episode")
                .put("LocationType", "FileSystem")
                .put("Path", file);
        if (number.find()) {
            node.put("ParentIndexNumber", Integer.parseInt(number.group(1)));
            node.put("IndexNumber", Integer.parseInt(number.group(2)));
        }
        return node;
    }

    private static ObjectNode item(Item item, String fields) {
        ObjectNode node = Json.of("Name", item.name(), "ServerId", ID, "Id", item.id(), "Type", "Movie");
        node.put("DateCreated", item.created().toString()).put("Path", item.path());
        node.set("ProviderIds", Json.of("Tmdb", "" + item.tmdbId(), "Imdb", item.imdbId()));
        return only(node, fields);
    }

    private static ObjectNode item(Show show, String fields) {
        ObjectNode node = Json.of("Name", show.name(), "ServerId", ID, "Id", show.id(), "Type", "Series");
        node.put("DateCreated", show.created().toString()).put("Path", show.path());
        node.set("ProviderIds", Json.of("Tvdb", "" + show.tvdbId()));
        return only(node, fields);
    }

    /** These come only when they are asked for. */
    private static ObjectNode only(ObjectNode node, String fields) {
        Stream.of("DateCreated", "Path", "ProviderIds")
                .filter(field -> !fields.contains(field))
                .forEach(node::remove);
        return node;
    }

    private Optional<Reply> refusal(Call call) {
        if (shelf.read(s -> s.behindLogin)) {
            return Optional.of(Reply.empty(302).with("Location", "/login"));
        }
        Matcher token = TOKEN.matcher(call.header("Authorization") == null ? "" : call.header("Authorization"));
        String key = token.find() ? token.group(1) : call.query("ApiKey", "");
        boolean free = OPEN.contains(call.path().toLowerCase()) || apiKey.equals(key);
        return free ? Optional.empty() : Optional.of(Reply.empty(401));
    }
}
