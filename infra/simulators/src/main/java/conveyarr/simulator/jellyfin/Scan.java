package conveyarr.simulator.jellyfin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.simulator.jellyfin.Shelf.Item;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Peer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Looks at reported paths once their wait is over. The "disk" is what Radarr says that it has imported there. */
final class Scan {
    private final Ledger<Shelf> shelf;
    private final Peer radarr;
    private final ShowScan shows;

    Scan(Ledger<Shelf> shelf, Peer radarr, ShowScan shows) {
        this.shelf = shelf;
        this.radarr = radarr;
        this.shows = shows;
    }

    void round() {
        List<String> due = shelf.read(s -> s.due(Instant.now()));
        if (due.isEmpty()) {
            return;
        }
        shows.look(due);
        JsonNode movies = radarr.get("/api/v3/movie"); // when Radarr is away the paths wait for the next round
        shelf.update(s -> {
            for (JsonNode movie : movies) {
                if (movie.path("hasFile").asBoolean()
                        && due.stream()
                                .anyMatch(p -> meets(p, movie.path("path").asText()))) {
                    list(s, movie);
                }
            }
            s.waiting.keySet().removeAll(due);
        });
    }

    /** A folder, something in it, or a folder above it. */
    static boolean meets(String reported, String folder) {
        Path asked = Path.of(reported);
        return asked.startsWith(folder) || Path.of(folder).startsWith(asked);
    }

    private static void list(Shelf s, JsonNode movie) {
        int tmdbId = movie.path("tmdbId").asInt();
        if (s.lists(tmdbId) || s.never.contains(tmdbId)) {
            return;
        }
        String folder = movie.path("path").asText();
        String file = folder + "/" + Path.of(folder).getFileName() + " Bluray-1080p.mkv";
        s.items.add(new Item(
                id("movie:" + tmdbId),
                movie.path("title").asText(),
                file,
                tmdbId,
                movie.path("imdbId").asText(),
                Instant.now()));
    }

    static String id(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(UTF_8)).toString().replace("-", "");
    }
}
