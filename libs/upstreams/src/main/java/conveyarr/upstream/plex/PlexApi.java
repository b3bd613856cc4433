package conveyarr.upstream.plex;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.rest.client.reactive.ClientQueryParam;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The part of Plex's API that we use, in its own words. */
@Path("/")
interface PlexApi {
    @GET
    Uni<Answer> root();

    @GET
    @Path("/library/sections")
    Uni<Answer> sections();

    /** Answers at once with nothing. */
    @GET
    @Path("/library/sections/{key}/refresh")
    Uni<Void> refresh(@RestPath String key, @RestQuery String path);

    /** The items of one type whose title has these words. */
    @GET
    @Path("/library/sections/{key}/all")
    @ClientQueryParam(name = "includeGuids", value = "1")
    @ClientQueryParam(name = "X-Plex-Container-Start", value = "0")
    @ClientQueryParam(name = "X-Plex-Container-Size", value = "200")
    Uni<Answer> named(@RestPath String key, @RestQuery int type, @RestQuery String title);

    /** The items of one type that came last, whatever their title. */
    @GET
    @Path("/library/sections/{key}/all")
    @ClientQueryParam(name = "includeGuids", value = "1")
    @ClientQueryParam(name = "sort", value = "addedAt:desc")
    @ClientQueryParam(name = "X-Plex-Container-Start", value = "0")
    Uni<Answer> newest(@RestPath String key, @RestQuery int type, @RestQuery("X-Plex-Container-Size") int size);

    /** The episodes of a series, the tracks of an album. */
    @GET
    @Path("/library/metadata/{item}/allLeaves")
    Uni<Answer> leaves(@RestPath String item);

    record Answer(@JsonProperty("MediaContainer") Container container) {}

    record Container(
            String version,
            String friendlyName,
            @JsonProperty("Directory") List<Section> sections,
            @JsonProperty("Metadata") List<Item> items) {}

    record Section(
            String key,
            String type,
            String title,
            @JsonProperty("Location") List<Place> locations) {}

    record Place(String path) {}

    /** Of an episode, {@code parentIndex} is the season. */
    record Item(
            String ratingKey,
            String title,
            String guid,
            Integer index,
            Integer parentIndex,
            @JsonProperty("Guid") List<Guid> guids,
            @JsonProperty("Media") List<Media> media) {}

    record Guid(String id) {}

    record Media(@JsonProperty("Part") List<Part> parts) {}

    record Part(String file) {}
}
