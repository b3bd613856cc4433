package conveyarr.upstream.arr;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.rest.client.reactive.ClientQueryParam;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What the family says of its library, in its own words; {@code version} is {@code v3} or {@code v1}. */
@Path("/api/{version}")
interface ArrShelfApi {
    @GET
    @Path("/series")
    Uni<List<Series>> series(@RestPath String version, @RestQuery long tvdbId);

    /** Each with its file (Sonarr 3 and 4). */
    @GET
    @Path("/episode")
    @ClientQueryParam(name = "includeEpisodeFile", value = "true")
    Uni<List<Episode>> episodes(@RestPath String version, @RestQuery long seriesId);

    /** All titles; {@code what} is {@code movie}, {@code series}, {@code album} or {@code book}. A movie brings its file. */
    @GET
    @Path("/{what}")
    Uni<List<JsonNode>> titles(@RestPath String version, @RestPath String what);

    /** The files of one title. */
    @GET
    @Path("/{what}")
    Uni<List<File>> files(@RestPath String version, @RestPath String what, @RestQuery Map<String, String> which);

    /** It looks at the folders, which may take a while. */
    @GET
    @Path("/rootfolder")
    Uni<List<RootFolder>> rootFolders(@RestPath String version);

    /** Asks all indexers. */
    @GET
    @Path("/release")
    Uni<List<Offer>> releases(@RestPath String version, @RestQuery Map<String, String> which);

    @GET
    @Path("/diskspace")
    Uni<List<Disk>> disks(@RestPath String version);

    record Series(long id, long tvdbId, String status, boolean ended) {}

    record Episode(
            int seasonNumber,
            int episodeNumber,
            Instant airDateUtc,
            boolean hasFile,
            long episodeFileId,
            File episodeFile,
            Boolean monitored) {}

    /** {@code rejections} are its own words. */
    record Offer(String title, boolean rejected, List<String> rejections) {}

    record RootFolder(String path, Boolean accessible, Long freeSpace) {}

    record Disk(String path, long freeSpace, long totalSpace) {}

    /** A file of the library; {@code sceneName} is the release. */
    record File(
            long id, String path, long size, Instant dateAdded, String sceneName, String edition, Quality quality) {}

    record Quality(Name quality) {}

    record Name(String name) {}
}
