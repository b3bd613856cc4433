package conveyarr.simulator.seerr;

import conveyarr.simulator.arr.Arr;
import conveyarr.simulator.wire.Peer;
import java.util.Map;

/** The programs to which requests are handed over. */
record Arrs(Peer radarr, Peer sonarr) {

    static Arrs of(Arr<?> radarr, Arr<?> sonarr) {
        return new Arrs(peer(radarr), peer(sonarr));
    }

    private static Peer peer(Arr<?> arr) {
        return new Peer(arr.url(), Map.of("X-Api-Key", arr.apiKey()));
    }

    /** Takes the title off the list, with its files. */
    void remove(Media media) {
        if (media.isSeries()) {
            sonarr.delete("/api/v3/series/" + media.arrId + "?deleteFiles=true");
        } else {
            radarr.delete("/api/v3/movie/" + media.arrId + "?deleteFiles=true");
        }
    }
}
