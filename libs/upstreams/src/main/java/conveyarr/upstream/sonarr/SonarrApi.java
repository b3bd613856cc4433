package conveyarr.upstream.sonarr;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The part of Sonarr's API v3 that we use, in its own words. */
@Path("/api/v3")
interface SonarrApi {
    @GET
    @Path("/system/status")
    Uni<Status> status();

    record Status(String appName, String version) {}
}
