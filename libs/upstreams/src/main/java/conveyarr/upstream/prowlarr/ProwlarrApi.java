package conveyarr.upstream.prowlarr;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** The part of Prowlarr's API v1 that we use, in its own words. */
@Path("/api/v1")
interface ProwlarrApi {
    @GET
    @Path("/system/status")
    Uni<Status> status();

    @GET
    @Path("/health")
    Uni<List<JsonNode>> health();

    record Status(String appName, String version) {}
}
