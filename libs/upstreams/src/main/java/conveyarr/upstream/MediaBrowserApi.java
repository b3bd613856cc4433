package conveyarr.upstream;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.rest.client.reactive.ClientQueryParam;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The part of the API that Jellyfin and Emby have in common and we use, in its own words. */
@Path("/")
interface MediaBrowserApi {
    @GET
    @Path("/System/Info")
    Uni<Info> info();

    @POST
    @Path("/Library/Media/Updated")
    Uni<Void> updated(Updated updated);

    /** The items of one type whose name has the search term. */
    @GET
    @Path("/Items")
    @ClientQueryParam(name = "Recursive", value = "true")
    @ClientQueryParam(name = "Fields", value = "Path,ProviderIds")
    Uni<Items> search(
            @RestQuery("IncludeItemTypes") String type,
            @RestQuery("searchTerm") String term,
            @RestQuery("Limit") int limit);

    /** The items of one type that came last, whatever their name. */
    @GET
    @Path("/Items")
    @ClientQueryParam(name = "Recursive", value = "true")
    @ClientQueryParam(name = "Fields", value = "Path,ProviderIds")
    @ClientQueryParam(name = "SortBy", value = "DateCreated")
    @ClientQueryParam(name = "SortOrder", value = "Descending")
    Uni<Items> newest(@RestQuery("IncludeItemTypes") String type, @RestQuery("Limit") int limit);

    /** With all its files. */
    @GET
    @Path("/Items")
    @ClientQueryParam(name = "Recursive", value = "true")
    @ClientQueryParam(name = "Fields", value = "Path,MediaSources")
    Uni<Items> one(@RestQuery("Ids") String id);

    /** Without those that are only announced. */
    @GET
    @Path("/Shows/{series}/Episodes")
    @ClientQueryParam(name = "IsMissing", value = "false")
    @ClientQueryParam(name = "Fields", value = "Path")
    Uni<Items> episodes(@RestPath String series);

    /** Jellyfin's libraries. */
    @GET
    @Path("/Library/VirtualFolders")
    Uni<List<VirtualFolder>> virtualFolders();

    /** Emby's libraries. */
    @GET
    @Path("/Library/SelectableMediaFolders")
    Uni<List<MediaFolder>> mediaFolders();

    record Info(
            @JsonProperty("Version") String version,
            @JsonProperty("ServerName") String serverName) {}

    record Updated(@JsonProperty("Updates") List<Update> updates) {}

    /** The type is ignored, but wanted. */
    record Update(
            @JsonProperty("Path") String path,
            @JsonProperty("UpdateType") String updateType) {}

    record Items(@JsonProperty("Items") List<Item> items) {}

    /** An episode has a season, a number, and of a file with several a last number; {@code Virtual} is one without a file. */
    record Item(
            @JsonProperty("Id") String id,
            @JsonProperty("Name") String name,
            @JsonProperty("Path") String path,
            @JsonProperty("ProviderIds") Map<String, String> providerIds,
            @JsonProperty("ParentIndexNumber") Integer season,
            @JsonProperty("IndexNumber") Integer number,
            @JsonProperty("IndexNumberEnd") Integer lastNumber,
            @JsonProperty("LocationType") String locationType,
            @JsonProperty("MediaSources") List<Version> versions) {}

    record Version(@JsonProperty("Path") String path) {}

    record VirtualFolder(
            @JsonProperty("Name") String name,
            @JsonProperty("Locations") List<String> locations) {}

    record MediaFolder(
            @JsonProperty("Name") String name,
            @JsonProperty("SubFolders") List<SubFolder> subFolders) {}

    record SubFolder(@JsonProperty("Path") String path) {}
}
