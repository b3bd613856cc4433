package conveyarr.upstream.lidarr;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.events.MediaId;
import conveyarr.upstream.arr.ArrJson;
import conveyarr.upstream.arr.ArrWords;
import conveyarr.upstream.arr.Dialect;
import conveyarr.upstream.arr.Verbs;
import conveyarr.upstream.arr.Work;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Lidarr's words for its hooks, its history and its albums. An album is a release group of MusicBrainz. */
final class LidarrDialect implements Dialect {
    private static final LidarrVerbs VERBS = new LidarrVerbs();
    private static final String ID = "[\\w-]{1,80}";
    private static final Map<String, String> INCLUDE =
            new TreeMap<>(Map.of("includeArtist", "true", "includeAlbum", "true"));

    @Override
    public Verbs verbs() {
        return VERBS;
    }

    @Override
    public String app() {
        return "Lidarr";
    }

    @Override
    public String version() {
        return "v1";
    }

    @Override
    public Map<String, String> include() {
        return INCLUDE;
    }

    @Override
    public String unknownToo() {
        return "includeUnknownArtistItems";
    }

    @Override
    public String files() {
        return "trackFiles";
    }

    @Override
    public boolean holdsSeveral() {
        return true;
    }

    @Override
    public Optional<FilesOf> filesOf() {
        return Optional.of(new FilesOf("trackfile", "albumId"));
    }

    @Override
    public Optional<HookWord> hook(String type, JsonNode body) {
        return switch (type) {
            case "AlbumDelete", "ArtistDelete" -> Optional.of(HookWord.REMOVED);
            case "Grab" -> Optional.of(HookWord.GRABBED);
            case "Download" -> Optional.of(HookWord.IMPORTED);
            case "Test",
                    "DownloadFailure",
                    "ImportFailure",
                    "Rename",
                    "Retag",
                    "ArtistAdd",
                    "Health",
                    "HealthRestored",
                    "ApplicationUpdate" -> Optional.of(HookWord.NOTHING_OF_OURS);
            default -> Optional.empty();
        };
    }

    @Override
    public RowWord row(String eventType) {
        return switch (eventType) {
            case "grabbed" -> RowWord.GRABBED;
            case "trackFileImported" -> RowWord.IMPORTED;
            case "downloadFailed" -> RowWord.GIVEN_UP;
            case "downloadIgnored" -> RowWord.IGNORED;
            case "trackFileDeleted" -> RowWord.DELETED;
            case "trackFileRenamed" -> RowWord.RENAMED;
            default -> RowWord.NOTHING_OF_OURS;
        };
    }

    @Override
    public List<Work> works(JsonNode about) {
        Form form = ArrJson.bind(about, Form.class);
        var listed = form.albums() == null ? List.<Album>of() : form.albums();
        return Stream.concat(listed.stream(), Stream.ofNullable(form.album()))
                .filter(Objects::nonNull)
                .flatMap(album -> work(album, form.albumId()).stream())
                .toList();
    }

    private static Optional<Work> work(Album album, long number) {
        return Stream.of(album.mbId(), album.foreignAlbumId())
                .filter(id -> id != null && id.matches(ID))
                .findFirst()
                .map(id -> Work.whole(
                        album.id() > 0 ? album.id() : number,
                        MediaId.album(id),
                        ArrWords.title(album.title(), ArrWords.year(album.releaseDate()))));
    }

    record Form(List<Album> albums, Album album, long albumId) {}

    /** The hook says {@code mbId}, the API {@code foreignAlbumId}. */
    record Album(long id, String mbId, String foreignAlbumId, String title, String releaseDate) {}
}
