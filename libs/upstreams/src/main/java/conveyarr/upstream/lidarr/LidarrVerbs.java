package conveyarr.upstream.lidarr;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.events.MediaId;
import conveyarr.upstream.ArrApp.ListedTitle;
import conveyarr.upstream.arr.ArrJson;
import conveyarr.upstream.arr.Verbs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Lidarr lists and is told. */
final class LidarrVerbs implements Verbs {
    @Override
    public String shelf() {
        return "album";
    }

    @Override
    public Map<String, String> pick(MediaId media) {
        return Map.of("foreignAlbumId", media.externalId());
    }

    @Override
    public Optional<ListedTitle> listed(JsonNode title, Instant now) {
        Album a = ArrJson.bind(title, Album.class);
        Optional<Instant> from = Optional.ofNullable(a.releaseDate());
        return a.foreignAlbumId() == null || a.foreignAlbumId().isBlank()
                ? Optional.empty()
                : Optional.of(new ListedTitle(
                        a.id(),
                        MediaId.album(a.foreignAlbumId()),
                        a.monitored(),
                        from.filter(now::isBefore).isEmpty(),
                        from,
                        a.statistics() != null && a.statistics().percentOfTracks() >= 100));
    }

    @Override
    public Map<String, Object> search(long number) {
        return Map.of("name", "AlbumSearch", "albumIds", List.of(number));
    }

    @Override
    public Map<String, Object> rescan(long number) {
        return Map.of("name", "RefreshAlbum", "albumId", number);
    }

    @Override
    public Map<String, String> proposal() {
        return Map.of(
                "artistId", "/artist/id",
                "albumId", "/album/id",
                "albumReleaseId", "/albumReleaseId",
                "trackIds", "/tracks/*/id");
    }

    record Album(long id, String foreignAlbumId, boolean monitored, Instant releaseDate, Statistics statistics) {}

    record Statistics(double percentOfTracks) {}
}
