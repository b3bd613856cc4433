package conveyarr.upstream.arr;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What the family says of its library, in its own words; {@code version} is {@code v3} or {@code v1}. */
@Path("/api/{version}")
interface ArrShelfApi {
    @GET
    @Path("/series")
    Uni<List<Series>> series(@RestPath String version, @RestQuery long tvdbId);

    @GET
    @Path("/episode")
    Uni<List<Episode>> episodes(@RestPath String version, @RestQuery long seriesId);

    /** It looks at the folders, which may take a while. */
    @GET
    @Path("/rootfolder")
    Uni<List<RootFolder>> rootFolders(@RestPath String version);

    record Series(long id, long tvdbId, String status, boolean ended) {}

    record Episode(int seasonNumber, int episodeNumber, Instant airDateUtc, boolean hasFile) {}

    record RootFolder(String path, Boolean accessible, Long freeSpace) {}
}
