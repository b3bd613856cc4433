package conveyarr.simulator.radarr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Reply;
import conveyarr.simulator.wire.Shape;
import conveyarr.simulator.wire.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** {@code /api/v3/command}: a search is done in the next round, everything else is done at once. */
final class CommandRoutes {
    private static final Shape COMMAND = Shape.of(CommandRoutes.class, "command.json");
    private static final int KEPT = 50;
    private static final List<String> KNOWN = List.of(
            "moviessearch",
            "refreshmonitoreddownloads",
            "processmonitoreddownloads",
            "refreshmovie",
            "rescanmovie",
            "missingmoviessearch",
            "manualimport",
            "rsssync",
            "checkhealth");

    private final Ledger<RadarrState> state;
    private final Searches searches;

    CommandRoutes(Ledger<RadarrState> state, Searches searches) {
        this.state = state;
        this.searches = searches;
    }

    void addTo(Site site) {
        site.on("POST", "/api/v3/command", this::command);
        site.on("GET", "/api/v3/command", c -> Reply.json(state.read(s -> Json.array(s.commands))));
        site.on("GET", "/api/v3/command/{id}", this::one);
        site.on("GET", "/api/v3/manualimport", this::proposals);
    }

    /** What Radarr would import of a download by hand: one file, of the movie that it was grabbed for. */
    private Reply proposals(Call call) {
        String download = call.query("downloadId", "");
        return Reply.json(state.read(s -> s.queue.stream()
                .filter(t -> t.release.hash().equals(download))
                .flatMap(t -> s.movie(t.movieId).stream().map(row -> RadarrViews.proposal(t, row)))
                .toList()));
    }

    private Reply one(Call call) {
        return state.read(s -> s.commands.stream()
                .filter(k -> k.path("id").asInt() == call.id())
                .map(Reply::json)
                .findFirst()
                .orElseGet(RadarrRoutes::notFound));
    }

    private Reply command(Call call) {
        JsonNode body = call.json();
        String name = body.path("name").asText();
        if (!KNOWN.contains(name.toLowerCase())) {
            return Reply.json(500, Json.of("message", "Unknown command: " + name, "description", "not found"));
        }
        if (name.equalsIgnoreCase("MoviesSearch")) {
            List<Integer> wanted = new ArrayList<>();
            body.path("movieIds").forEach(id -> wanted.add(id.asInt()));
            searches.ask(wanted);
        }
        if (name.equalsIgnoreCase("ManualImport")) {
            body.path("files").forEach(this::importAnyway);
        }
        ObjectNode done = state.change(s -> carriedOut(s, name, body));
        return Reply.json(201, done.deepCopy().put("status", "queued").put("result", "unknown"));
    }

    /** The next look at the queue imports it. */
    private void importAnyway(JsonNode file) {
        state.update(s -> s.movie(file.path("movieId").asInt()).ifPresent(row -> s.blocked.remove(row.movie.tmdbId())));
    }

    private static ObjectNode carriedOut(RadarrState s, String name, JsonNode body) {
        ObjectNode facts = Json.of("name", name, "body", body, "id", ++s.lastCommand);
        ObjectNode command = COMMAND.fill(facts.put("queued", RadarrViews.date(Instant.now())));
        s.commands.add(command);
        if (s.commands.size() > KEPT) {
            s.commands.removeFirst();
        }
        return command;
    }
}
