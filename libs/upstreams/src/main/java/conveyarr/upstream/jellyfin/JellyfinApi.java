package conveyarr.upstream.jellyfin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.rest.client.reactive.ClientQueryParam;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;

/** The part of Jellyfin's API that we use, in its own words. */
@Path("/")
interface JellyfinApi {
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

    record Info(
            @JsonProperty("Version") String version,
            @JsonProperty("ServerName") String serverName) {}

    record Updated(@JsonProperty("Updates") List<Update> updates) {}

    /** The type is ignored by Jellyfin, but wanted. */
    record Update(
            @JsonProperty("Path") String path,
            @JsonProperty("UpdateType") String updateType) {}

    record Items(@JsonProperty("Items") List<Item> items) {}

    record Item(
            @JsonProperty("Id") String id,
            @JsonProperty("Name") String name,
            @JsonProperty("Path") String path,
            @JsonProperty("ProviderIds") Map<String, String> providerIds) {}
}
