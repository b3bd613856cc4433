package conveyarr.simulator.seerr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.movie.Catalogue;
import conveyarr.simulator.movie.Movie;
import conveyarr.simulator.movie.Title;
import conveyarr.simulator.series.Series;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Reply;
import conveyarr.simulator.wire.Site;
import java.util.List;

/** {@code /search}, which asks the simulated TMDB, and where a user wants to be told of things. */
final class DeskRoutes {
    private static final ObjectNode JOB =
            Json.of("id", "jellyfin-recently-added-scan", "name", "Jellyfin Recently Added Scan", "running", false);

    private final Ledger<SeerrState> state;
    private final Catalogue catalogue;

    DeskRoutes(Ledger<SeerrState> state, Catalogue catalogue) {
        this.state = state;
        this.catalogue = catalogue;
    }

    void addTo(Site site) {
        site.on("GET", "/api/v1/settings/jobs", c -> Reply.json(Json.array(JOB)));
        site.on(
                "POST",
                "/api/v1/settings/jobs/{job}/run",
                c -> Reply.json(JOB)); // its look comes by itself soon enough
        site.on("GET", "/api/v1/search", this::search);
        site.on("GET", "/api/v1/user/{id}/settings/notifications", this::notifications);
    }

    private Reply search(Call call) {
        List<ObjectNode> found = catalogue.search(call.query("query", "")).stream()
                .map(DeskRoutes::result)
                .toList();
        ObjectNode page = Json.of("page", 1, "totalPages", 1, "totalResults", found.size());
        page.set("results", Json.tree(found));
        return Reply.json(page);
    }

    private static ObjectNode result(Title title) {
        ObjectNode result = Json.of("id", title.tmdbId(), "overview", title.overview());
        return switch (title) {
            case Series series ->
                result.put("mediaType", "tv")
                        .put("name", series.title())
                        .put("firstAirDate", series.aired(1, 1).toString());
            case Movie movie ->
                result.put("mediaType", "movie").put("title", movie.title()).put("releaseDate", movie.released());
            default -> throw new IllegalArgumentException("neither a movie nor a series: " + title);
        };
    }

    private Reply notifications(Call call) {
        return state.read(s -> s.user(call.id()))
                .map(user ->
                        Reply.json(Json.of("emailEnabled", true, "discordId", "4" + user.id, "telegramChatId", "")))
                .orElseGet(() -> Reply.json(404, Json.of("message", "User not found.")));
    }
}
