package conveyarr.upstream.seerr;

import conveyarr.upstream.Sighting.Title;
import conveyarr.upstream.UpstreamTrouble;
import conveyarr.upstream.UpstreamTrouble.Unreachable;
import conveyarr.upstream.Words;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The titles of requests, asked for once. Seerr asks TMDB for them, so they may be late: a request without its title is better than no request,
 * and its media id stands in.
 */
final class Titles {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration FORGET_A_FAILURE = Duration.ofMinutes(10);
    /** One title that TMDB does not know is no reason to leave the others out; some in a row are. */
    private static final int FAILURES_IN_A_ROW = 3;

    private final SeerrApi api;
    private final InstantSource clock;
    private final Map<String, Title> known = new ConcurrentHashMap<>();
    private final Map<String, Instant> failed = new ConcurrentHashMap<>();
    private final AtomicInteger inARow = new AtomicInteger();
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
        if (!mayAsk(key)) {
            return Uni.createFrom().item(standIn);
        }
        return ask(request)
                .invoke(found -> learn(key, found))
                .onFailure(UpstreamTrouble.class)
                .invoke(trouble -> missed(key, trouble))
                .onFailure(UpstreamTrouble.class)
                .recoverWithItem(standIn);
    }

    private boolean mayAsk(String key) {
        Instant now = clock.instant();
        return !now.isBefore(quietUntil) && !now.isBefore(failed.getOrDefault(key, Instant.MIN));
    }

    private void learn(String key, Title title) {
        known.put(key, title);
        failed.remove(key);
        inARow.set(0);
    }

    /** One that does not answer would cost the whole time limit for each title. */
    private void missed(String key, Throwable trouble) {
        failed.put(key, clock.instant().plus(FORGET_A_FAILURE));
        if (inARow.incrementAndGet() >= FAILURES_IN_A_ROW || trouble instanceof Unreachable) {
            inARow.set(0);
            quietUntil = clock.instant().plus(PAUSE);
        }
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
                title == null ? "" : Words.name(title),
                dated ? Optional.of(Integer.valueOf(date.substring(0, 4))) : Optional.empty());
    }
}
