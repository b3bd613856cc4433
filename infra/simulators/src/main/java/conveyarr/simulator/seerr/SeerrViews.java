package conveyarr.simulator.seerr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.movie.Movie;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Shape;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Predicate;

/** The API's shapes of requests, media and users, as captured from 3.1.0. */
final class SeerrViews {
    private static final Shape REQUEST = Shape.of(SeerrViews.class, "request.json");
    private static final Shape MEDIA = Shape.of(SeerrViews.class, "media.json");
    private static final Shape USER = Shape.of(SeerrViews.class, "user.json");
    private static final Shape MOVIE = Shape.of(SeerrViews.class, "movie.json");
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private SeerrViews() {}

    static ObjectNode request(Request r, SeerrState state) {
        ObjectNode facts = Json.of("request", r, "createdAt", date(r.createdAt), "media", media(state.mediaOf(r)));
        facts.set("requestedBy", user(state.user(r.requestedBy).orElseThrow(), state));
        state.user(r.modifiedBy).ifPresent(u -> facts.set("modifiedBy", user(u, state)));
        return REQUEST.fill(facts);
    }

    static ObjectNode media(Media m) {
        ObjectNode facts = Json.of("media", m, "createdAt", date(m.createdAt));
        if (m.radarrId > 0) {
            facts.put("serviceId", 0).put("externalServiceId", m.radarrId);
            facts.put("externalServiceSlug", "" + m.movie.tmdbId());
        }
        return MEDIA.fill(facts);
    }

    static ObjectNode user(User u, SeerrState state) {
        long asked = state.requests.stream().filter(r -> r.requestedBy == u.id).count();
        ObjectNode facts = Json.of("user", u, "email", u.email(), "requestCount", asked);
        return USER.fill(facts.put("avatar", u.avatar()).put("createdAt", date(u.createdAt)));
    }

    static ObjectNode movie(Movie m) {
        return MOVIE.fill(Json.tree(m));
    }

    static ObjectNode count(SeerrState s) {
        ObjectNode count = Json.of("total", s.requests.size(), "movie", s.requests.size(), "tv", 0);
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
