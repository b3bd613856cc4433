package conveyarr.upstream.seerr;

import conveyarr.upstream.Sighting.Title;
import conveyarr.upstream.UpstreamTrouble;
import conveyarr.upstream.UpstreamTrouble.Unreachable;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The titles of requests, asked for once. Seerr asks TMDB for them, so they may be late: a request without its title is better than no request,
 * and its media id stands in.
 */
final class Titles {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final SeerrApi api;
    private final InstantSource clock;
    private final Map<String, Title> known = new ConcurrentHashMap<>();
    private volatile Instant quietUntil = Instant.MIN;

    Titles(SeerrApi api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
    }

    Uni<Title> of(SeerrApi.Request request) {
        String key = request.type() + request.media().tmdbId();
        Title title = known.get(key);
        if (title != null) {
            return Uni.createFrom().item(title);
        }
        Title standIn = new Title(SeerrList.media(request).value(), Optional.empty());
        if (clock.instant().isBefore(quietUntil)) {
            return Uni.createFrom().item(standIn);
        }
        return ask(request)
                .invoke(found -> known.put(key, found))
                .onFailure(Unreachable.class)
                .invoke(() -> quietUntil = clock.instant().plus(PAUSE)) // each would cost the whole time limit
                .onFailure(UpstreamTrouble.class)
                .recoverWithItem(standIn);
    }

    private Uni<Title> ask(SeerrApi.Request request) {
        long id = request.media().tmdbId();
        return "tv".equals(request.type())
                ? api.series(id).map(series -> title(series.name(), series.firstAirDate()))
                : api.movie(id).map(movie -> title(movie.title(), movie.releaseDate()));
    }

    private static Title title(String title, String date) {
        boolean dated = date != null && date.matches("\\d{4}-.*");
        return new Title(
                title == null ? "" : title,
                dated ? Optional.of(Integer.valueOf(date.substring(0, 4))) : Optional.empty());
    }
}
