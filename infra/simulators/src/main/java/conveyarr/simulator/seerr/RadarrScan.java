package conveyarr.simulator.seerr;

import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Peer;
import java.util.List;

/** Looks in Radarr for files of what is still processing; a file makes it available. */
final class RadarrScan {
    private final Ledger<SeerrState> state;
    private final Requests requests;
    private final Peer radarr;

    RadarrScan(Ledger<SeerrState> state, Requests requests, Peer radarr) {
        this.state = state;
        this.requests = requests;
        this.radarr = radarr;
    }

    void round() {
        List<Media> open = state.read(s -> s.media.stream()
                .filter(m -> m.radarrId > 0
                        && m.status != Media.AVAILABLE
                        && !s.requestsOf(m).isEmpty())
                .toList());
        for (Media media : open) {
            if (radarr.get("/api/v3/movie/" + media.radarrId).path("hasFile").asBoolean()) {
                requests.available(media);
            }
        }
    }
}
