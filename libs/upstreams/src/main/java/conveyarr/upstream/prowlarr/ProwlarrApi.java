package conveyarr.upstream.prowlarr;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The part of Prowlarr's API v1 that we use, in its own words. */
@Path("/api/v1")
interface ProwlarrApi {
    @GET
    @Path("/system/status")
    Uni<Status> status();

    record Status(String appName, String version) {}
}
