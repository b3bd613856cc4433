package conveyarr.upstream.qbittorrent;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The part of qBittorrent's Web API v2 that we use, in its own words. */
@Path("/api/v2")
interface QbittorrentApi {
    @POST
    @Path("/auth/login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<RestResponse<String>> login(@RestForm String username, @RestForm String password);

    @GET
    @Path("/app/version")
    Uni<String> version(@RestHeader("Cookie") String cookie);

    @GET
    @Path("/app/webapiVersion")
    Uni<String> webApiVersion(@RestHeader("Cookie") String cookie);

    @GET
    @Path("/sync/maindata")
    Uni<MainData> mainData(@RestHeader("Cookie") String cookie, @RestQuery int rid);

    /** Everything, or what changed; a torrent in a change has only the fields that changed. An empty map may be left out. */
    record MainData(
            Integer rid,
            @JsonProperty("full_update") boolean full,
            Map<String, ObjectNode> torrents,
            @JsonProperty("torrents_removed") List<String> removed) {}
}
