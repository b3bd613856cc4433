package conveyarr.upstream.radarr;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** The part of Radarr's API v3 that we use, in its own words. */
@Path("/api/v3")
interface RadarrApi {
    @GET
    @Path("/system/status")
    Uni<Status> status();

    /** Ascending by date, the given second included, without pages; each is a {@link Row}, if it can be read. */
    @GET
    @Path("/history/since")
    Uni<List<JsonNode>> historySince(@RestQuery String date, @RestQuery boolean includeMovie);

    /** Radarr shows 10 items and hides unknown ones unless it is told otherwise. */
    @GET
    @Path("/queue")
    Uni<Queue> queue(
            @RestQuery int page,
            @RestQuery int pageSize,
            @RestQuery boolean includeUnknownMovieItems,
            @RestQuery boolean includeMovie);

    record Status(String appName, String instanceName, String version) {}

    /** {@code tmdbId} is 0 when there is none. */
    record Movie(long id, String title, int year, long tmdbId) {}

    record Row(
            long id,
            long movieId,
            String sourceTitle,
            Quality quality,
            Instant date,
            String downloadId,
            String eventType,
            Data data,
            Movie movie) {}

    /** Written as text in all versions. */
    record Data(
            Long fileId, String importedPath, Long size, String indexer, Long tmdbId, String message, String reason) {}

    record Quality(QualityName quality) {}

    record QualityName(String name) {}

    record Queue(List<Item> records) {}

    record Item(
            String title,
            String downloadId,
            String trackedDownloadState,
            String trackedDownloadStatus,
            List<Message> statusMessages,
            String errorMessage,
            Movie movie) {}

    record Message(String title, List<String> messages) {}
}
