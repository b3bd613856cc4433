package conveyarr.simulator.seerr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.movie.Movie;
import conveyarr.simulator.series.Series;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Shape;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Predicate;

/** The API's shapes of requests, media and users, as captured from 3.1.0. */
final class SeerrViews {
    private static final Shape REQUEST = Shape.of(SeerrViews.class, "request.json");
    private static final Shape MEDIA = Shape.of(SeerrViews.class, "media.json");
    private static final Shape USER = Shape.of(SeerrViews.class, "user.json");
    private static final Shape MOVIE = Shape.of(SeerrViews.class, "movie.json");
    private static final Shape SERIES = Shape.of(SeerrViews.class, "tv.json");
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private SeerrViews() {}

    static ObjectNode request(Request r, SeerrState state) {
        ObjectNode facts = Json.of("request", r, "createdAt", date(r.createdAt));
        Media media = state.mediaOf(r);
        facts.set("media", media(media));
        facts.put("type", media.type()).set("seasons", Json.array(seasons(r, media)));
        facts.put("seasonCount", r.seasons.size());
        facts.set("requestedBy", user(state.user(r.requestedBy).orElseThrow(), state));
        state.user(r.modifiedBy).ifPresent(u -> facts.set("modifiedBy", user(u, state)));
        return REQUEST.fill(facts);
    }

    static ObjectNode media(Media m) {
        ObjectNode facts = Json.of("media", m, "createdAt", date(m.createdAt), "type", m.type());
        facts.put("tmdbId", m.title().tmdbId());
        if (m.arrId > 0) {
            facts.put("serviceId", 0).put("externalServiceId", m.arrId);
            facts.put("externalServiceSlug", "" + m.title().tmdbId());
        }
        if (m.isSeries()) {
            facts.put("tvdbId", m.series.tvdbId());
        }
        return MEDIA.fill(facts.set("seasons", Json.array(seasons(m))));
    }

    private static List<ObjectNode> seasons(Media m) {
        return m.seasons.entrySet().stream()
                .map(season -> season(m.id * 100 + season.getKey(), season.getKey(), season.getValue(), m.createdAt)
                        .put("status4k", Media.UNKNOWN))
                .toList();
    }

    /** A season that is there is COMPLETED, whatever becomes of the others. */
    private static List<ObjectNode> seasons(Request r, Media m) {
        return r.seasons.stream()
                .map(number -> season(
                        r.id * 100 + number, number, m.isThere(number) ? Request.COMPLETED : r.status, r.createdAt))
                .toList();
    }

    private static ObjectNode season(int id, int number, int status, Instant createdAt) {
        ObjectNode season = Json.of("id", id, "seasonNumber", number, "status", status);
        return season.put("createdAt", date(createdAt)).put("updatedAt", date(createdAt));
    }

    static ObjectNode user(User u, SeerrState state) {
        long asked = state.requests.stream().filter(r -> r.requestedBy == u.id).count();
        ObjectNode facts = Json.of("user", u, "email", u.email(), "requestCount", asked);
        return USER.fill(facts.put("avatar", u.avatar()).put("createdAt", date(u.createdAt)));
    }

    static ObjectNode movie(Movie m) {
        return MOVIE.fill(Json.tree(m));
    }

    static ObjectNode series(Series series) {
        ObjectNode facts = Json.of("series", series, "first", series.aired(1, 1).toString());
        return SERIES.fill(facts.put("seasons", series.seasons().size()));
    }

    static ObjectNode count(SeerrState s) {
        ObjectNode count = Json.of("total", s.requests.size(), "movie", number(s, r -> !s.mediaOf(r)
                .isSeries()));
        count.put("tv", number(s, r -> s.mediaOf(r).isSeries()));
        count.put("pending", number(s, r -> r.status == Request.PENDING));
        count.put("approved", number(s, r -> r.status == Request.APPROVED));
        count.put("declined", number(s, r -> r.status == Request.DECLINED));
        count.put("processing", number(s, r -> r.status == Request.APPROVED && s.mediaOf(r).status < Media.AVAILABLE));
        count.put("available", number(s, r -> s.mediaOf(r).status == Media.AVAILABLE));
        return count.put("completed", number(s, r -> r.status == Request.COMPLETED));
    }

    private static long number(SeerrState s, Predicate<Request> kind) {
        return s.requests.stream().filter(kind).count();
    }

    private static String date(Instant at) {
        return MILLIS.format(at);
    }
}
