package conveyarr.simulator.seerr;

import conveyarr.simulator.movie.Catalogue;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Reply;
import conveyarr.simulator.wire.Site;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@code /media/{id}}, {@code /movie/{id}} and {@code /tv/{id}}. */
final class MediaRoutes {
    private final Ledger<SeerrState> state;
    private final Requests requests;
    private final Catalogue catalogue;
    private final Arrs arrs;

    MediaRoutes(Ledger<SeerrState> state, Requests requests, Catalogue catalogue, Arrs arrs) {
        this.state = state;
        this.requests = requests;
        this.catalogue = catalogue;
        this.arrs = arrs;
    }

    void addTo(Site site) {
        site.on("POST", "/api/v1/media/{id}/available", this::available);
        site.on("DELETE", "/api/v1/media/{id}", c -> media(c, this::clear));
        site.on("DELETE", "/api/v1/media/{id}/file", c -> media(c, this::remove));
        site.on("GET", "/api/v1/movie/{id}", this::movie);
        site.on("GET", "/api/v1/tv/{id}", this::series);
    }

    private Reply available(Call call) {
        return media(call, media -> {
            if (media.isSeries()) {
                Map<Integer, Integer> there = new HashMap<>();
                call.json()
                        .path("seasons")
                        .forEach(one -> there.put(one.path("seasonNumber").asInt(), Media.AVAILABLE));
                requests.available(media, there);
            } else {
                requests.available(media);
            }
            return Reply.json(state.read(s -> SeerrViews.media(media)));
        });
    }

    private Reply clear(Media media) {
        requests.clear(media);
        return Reply.empty(204);
    }

    private Reply remove(Media media) {
        arrs.remove(media);
        return Reply.empty(204);
    }

    private Reply media(Call call, Function<Media, Reply> answer) {
        Optional<Media> media = state.read(s -> s.media(call.id()));
        return media.map(answer).orElseGet(() -> RequestRoutes.message(404, "Media does not exist."));
    }

    private Reply movie(Call call) {
        return catalogue
                .find(call.id())
                .map(m -> Reply.json(SeerrViews.movie(m)))
                .orElseGet(() -> RequestRoutes.message(500, "Unable to retrieve movie."));
    }

    private Reply series(Call call) {
        return catalogue
                .findSeries(call.id())
                .map(one -> Reply.json(SeerrViews.series(one)))
                .orElseGet(() -> RequestRoutes.message(500, "Unable to retrieve series."));
    }
}
