package conveyarr.upstream.seerr;

import io.quarkus.rest.client.reactive.ClientQueryParam;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The part of Seerr's API v1 that we use, in its own words. */
@Path("/api/v1")
interface SeerrApi {
    /** Needs no key, and may ask GitHub. */
    @GET
    @Path("/status")
    Uni<Status> status();

    /** Who the key acts as. */
    @GET
    @Path("/auth/me")
    Uni<User> me();

    @GET
    @Path("/request")
    @ClientQueryParam(name = "sort", value = "added")
    Uni<Page> requests(@RestQuery String filter, @RestQuery int take, @RestQuery int skip);

    @GET
    @Path("/request/{id}")
    Uni<Request> request(@RestPath long id);

    @GET
    @Path("/movie/{tmdbId}")
    Uni<Movie> movie(@RestPath long tmdbId);

    @GET
    @Path("/tv/{tmdbId}")
    Uni<Series> series(@RestPath long tmdbId);

    record Status(String version) {}

    record Page(List<Request> results) {}

    record Request(
            long id,
            int status,
            Instant createdAt,
            Instant updatedAt,
            String type,
            boolean is4k,
            Media media,
            List<Season> seasons,
            User requestedBy) {}

    /** One row for both variants: {@code status4k} is that of the 4K one. */
    record Media(long tmdbId, Long tvdbId, int status, int status4k, List<Season> seasons) {}

    record Season(int seasonNumber, int status, int status4k) {}

    record User(String displayName) {}

    record Movie(String title, String releaseDate) {}

    record Series(String name, String firstAirDate) {}
}
