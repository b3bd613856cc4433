package conveyarr.simulator.jellyfin;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.simulator.jellyfin.Shelf.Show;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Peer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks at the folders of series: files that came are listed, files that went are not any more. The "disk" is Sonarr's word. */
final class ShowScan {
    private final Ledger<Shelf> shelf;
    private final Peer sonarr;

    ShowScan(Ledger<Shelf> shelf, Peer sonarr) {
        this.shelf = shelf;
        this.sonarr = sonarr;
    }

    void look(List<String> due) {
        List<String> looked = due.stream()
                .filter(path -> path.startsWith(JellyfinRoutes.SERIES))
                .toList();
        if (looked.isEmpty()) {
            return;
        }
        Set<Integer> there = new HashSet<>();
        for (JsonNode series : sonarr.get("/api/v3/series")) {
            there.add(series.path("tvdbId").asInt());
            String folder = series.path("path").asText();
            if (looked.stream().anyMatch(path -> Scan.meets(path, folder))) {
                List<String> files = files(series);
                shelf.update(s -> list(s, series, files, looked));
            }
        }
        shelf.update(s -> s.shows.removeIf(show -> show.files().isEmpty()
                || !there.contains(show.tvdbId()) && looked.stream().anyMatch(path -> Scan.meets(path, show.path()))));
    }

    private List<String> files(JsonNode series) {
        List<String> files = new ArrayList<>();
        sonarr.get("/api/v3/episodefile?seriesId=" + series.path("id").asInt())
                .forEach(file -> files.add(file.path("path").asText()));
        return files;
    }

    /** Only what lies in the folders that were looked at changes. */
    private static void list(Shelf s, JsonNode series, List<String> files, List<String> looked) {
        Show show = s.show(series.path("tvdbId").asInt()).orElseGet(() -> added(s, series));
        show.files().removeIf(file -> isIn(file, looked) && !files.contains(file));
        files.stream()
                .filter(file -> isIn(file, looked) && !show.files().contains(file))
                .forEach(show.files()::add);
    }

    private static Show added(Shelf s, JsonNode series) {
        int tvdbId = series.path("tvdbId").asInt();
        String name = series.path("title").asText();
        Show show = new Show(
                Scan.id("series:" + tvdbId),
                name,
                series.path("path").asText(),
                tvdbId,
                Instant.now(),
                new ArrayList<>());
        s.shows.add(show);
        return show;
    }

    private static boolean isIn(String file, List<String> looked) {
        return looked.stream().anyMatch(path -> Path.of(file).startsWith(path));
    }
}
