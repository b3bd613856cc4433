package conveyarr.upstream.seerr;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What Seerr's API v1 does for somebody who asks for media, in its own words. */
@Path("/api/v1")
interface SeerrDeskApi {
    /** Refuses reserved characters that are not percent-encoded, the plus of a space among them. */
    @GET
    @Path("/search")
    Uni<Results> search(@Encoded @RestQuery String query);

    @GET
    @Path("/movie/{tmdbId}")
    Uni<Result> movie(@RestPath long tmdbId);

    @GET
    @Path("/tv/{tmdbId}")
    Uni<Result> series(@RestPath long tmdbId);

    @GET
    @Path("/user")
    Uni<Users> users(@RestQuery int take, @RestQuery int skip);

    @GET
    @Path("/user/{id}/settings/notifications")
    Uni<Notifications> notifications(@RestPath long id);

    @GET
    @Path("/request/count")
    Uni<Count> count();

    /** 201 with the request; 202 with a message, and nothing was made. */
    @POST
    @Path("/request")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Made> ask(@HeaderParam("X-API-User") long account, Wanted wanted);

    /** {@code approve}, {@code decline} or {@code retry}. */
    @POST
    @Path("/request/{id}/{step}")
    Uni<Made> step(@RestPath long id, @RestPath String step);

    @DELETE
    @Path("/request/{id}")
    Uni<Void> delete(@RestPath long id);

    /** Which there are depends on the media server that it was set up with. */
    @GET
    @Path("/settings/jobs")
    Uni<List<Job>> jobs();

    /** One that runs already is not begun again. */
    @POST
    @Path("/settings/jobs/{id}/run")
    Uni<Job> run(@RestPath String id);

    /** One of its own channels; {@code types} are bits, and those that ask each person have none. */
    @GET
    @Path("/settings/notifications/{agent}")
    Uni<Agent> agent(@RestPath String agent);

    record Agent(boolean enabled, Integer types) {}

    record Job(String id) {}

    record Results(List<Result> results) {}

    /** Of a movie or a series, found or asked for by its number; a person or a collection has the other types. */
    record Result(
            long id,
            String mediaType,
            String title,
            String name,
            String releaseDate,
            String firstAirDate,
            String overview,
            Ids externalIds,
            Info mediaInfo) {}

    record Ids(Long tvdbId) {}

    record Info(Long tvdbId) {}

    record Users(List<User> results) {}

    record User(
            long id, String displayName, String username, String plexUsername, String jellyfinUsername, String email) {}

    record Notifications(String discordId, String telegramChatId) {}

    record Count(int total, int pending, int approved, int declined, int processing, int available) {}

    /** {@code seasons} are numbers, or the word {@code all}; a movie has none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Wanted(String mediaType, long mediaId, Object seasons, boolean is4k) {}

    record Made(long id, String message) {}
}
