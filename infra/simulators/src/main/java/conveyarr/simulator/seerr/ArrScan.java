package conveyarr.simulator.seerr;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.simulator.state.Ledger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks in Radarr and Sonarr for files of what is still processing; files make it available, a series season by season. */
final class ArrScan {
    private final Ledger<SeerrState> state;
    private final Requests requests;
    private final Arrs arrs;

    ArrScan(Ledger<SeerrState> state, Requests requests, Arrs arrs) {
        this.state = state;
        this.requests = requests;
        this.arrs = arrs;
    }

    void round() {
        List<Media> open = state.read(s -> s.media.stream()
                .filter(m -> m.arrId > 0
                        && m.status != Media.AVAILABLE
                        && !s.requestsOf(m).isEmpty())
                .toList());
        for (Media media : open) {
            if (media.isSeries()) {
                requests.available(media, seasons(arrs.sonarr().get("/api/v3/series/" + media.arrId)));
            } else if (arrs.radarr()
                    .get("/api/v3/movie/" + media.arrId)
                    .path("hasFile")
                    .asBoolean()) {
                requests.available(media);
            }
        }
    }

    private static Map<Integer, Integer> seasons(JsonNode series) {
        Map<Integer, Integer> seasons = new TreeMap<>();
        for (JsonNode season : series.path("seasons")) {
            int files = season.at("/statistics/episodeFileCount").asInt();
            int all = season.at("/statistics/totalEpisodeCount").asInt();
            int status = files == 0 ? Media.UNKNOWN : files < all ? Media.PARTIALLY_AVAILABLE : Media.AVAILABLE;
            seasons.put(season.path("seasonNumber").asInt(), status);
        }
        return seasons;
    }
}
