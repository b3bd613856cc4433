package conveyarr.acquisition.in;

import conveyarr.acquisition.core.cause.Missing;
import conveyarr.events.Episodes;
import conveyarr.events.MediaId;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.ArrShelf.Airing;
import conveyarr.upstream.ArrShelf.Airings;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Which episodes of a series lack. */
final class Lacking {
    private Lacking() {}

    /** Empty for what has no episodes or lacks none, and when they cannot be asked for. */
    static Uni<Optional<Missing>> of(ArrApp arr, MediaId media) {
        return arr.shelf()
                .filter(_ -> media.kind().equals("series"))
                .map(shelf -> shelf.airings(media)
                        .map(all -> all.flatMap(Lacking::of))
                        .onFailure()
                        .recoverWithItem(Optional.empty()))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    static Optional<Missing> of(Airings all) {
        var aired = all.episodes().stream()
                .filter(one -> one.aired() && one.number().season() > 0)
                .toList();
        var lacking = aired.stream()
                .filter(one -> one.wanted() && !one.there())
                .map(Airing::number)
                .toList();
        int there = (int) aired.stream().filter(Airing::there).count();
        return Episodes.of(lacking).map(episodes -> new Missing(there, episodes));
    }
}
