package conveyarr.upstream.qbittorrent;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.rest.client.reactive.ClientQueryParam;
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
import org.jboss.resteasy.reactive.RestPath;
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
    @Path("/app/preferences")
    Uni<Preferences> preferences(@RestHeader("Cookie") String cookie);

    /** {@code json} holds only what is to change; an answer comes before the effect. */
    @POST
    @Path("/app/setPreferences")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<String> setPreferences(@RestHeader("Cookie") String cookie, @RestForm String json);

    /** {@code 1} while the alternative limits hold. */
    @GET
    @Path("/transfer/speedLimitsMode")
    Uni<String> speedLimitsMode(@RestHeader("Cookie") String cookie);

    @POST
    @Path("/transfer/toggleSpeedLimitsMode")
    Uni<String> toggleSpeedLimitsMode(@RestHeader("Cookie") String cookie);

    /** What it noted of kind "info", from the oldest that it still has. */
    @GET
    @Path("/log/main")
    @ClientQueryParam(name = "normal", value = "false")
    @ClientQueryParam(name = "warning", value = "false")
    @ClientQueryParam(name = "critical", value = "false")
    Uni<List<Noted>> infoLog(@RestHeader("Cookie") String cookie);

    @GET
    @Path("/sync/maindata")
    Uni<MainData> mainData(@RestHeader("Cookie") String cookie, @RestQuery int rid);

    @GET
    @Path("/torrents/properties")
    Uni<Properties> properties(@RestHeader("Cookie") String cookie, @RestQuery String hash);

    @GET
    @Path("/torrents/trackers")
    Uni<List<TrackerRow>> trackers(@RestHeader("Cookie") String cookie, @RestQuery String hash);

    /** {@code verb} is one that needs nothing but the hashes, such as {@code pause}, or {@code stop} since 5.0. */
    @POST
    @Path("/torrents/{verb}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<String> torrents(@RestHeader("Cookie") String cookie, @RestPath String verb, @RestForm String hashes);

    @POST
    @Path("/torrents/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<String> delete(@RestHeader("Cookie") String cookie, @RestForm String hashes, @RestForm boolean deleteFiles);

    @POST
    @Path("/torrents/setCategory")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<String> setCategory(@RestHeader("Cookie") String cookie, @RestForm String hashes, @RestForm String category);

    /** {@code verb} is {@code addTags} or {@code removeTags}. */
    @POST
    @Path("/torrents/{verb}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<String> tags(
            @RestHeader("Cookie") String cookie, @RestPath String verb, @RestForm String hashes, @RestForm String tags);

    /** Everything, or what changed; a torrent in a change has only the fields that changed. An empty map may be left out. */
    record MainData(
            Integer rid,
            @JsonProperty("full_update") boolean full,
            Map<String, Torrent> torrents,
            @JsonProperty("torrents_removed") List<String> removed,
            @JsonProperty("server_state") Server server) {}

    record Preferences(
            @JsonProperty("listen_port") int port,
            @JsonProperty("random_port") boolean randomPort,
            @JsonProperty("current_network_interface") String networkInterface,
            @JsonProperty("current_interface_address") String address) {}

    /** {@code is_private} up to 5.x, {@code private} since 5.0. */
    record Properties(
            @JsonProperty("is_private") Boolean isPrivate,
            @JsonProperty("private") Boolean privateSince5) {}

    /** {@code status}: 0 off, 1 not asked, 2 working, 3 asking, 4 and above failing. */
    record TrackerRow(String url, int status, String msg) {}

    record Noted(int id, String message) {}
}
