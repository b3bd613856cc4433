package conveyarr.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import conveyarr.upstream.FakeServer.Answer;
import conveyarr.upstream.FakeServer.Asked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Jellyfin or an Emby, as far as an indexer meets it: 204 always, items with the ids of providers, episodes that are only announced. */
public final class MediaBrowserShelves extends Shelves {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> TYPES =
            Map.of("Movie", "movie", "Series", "series", "MusicAlbum", "album", "Book", "book");

    /** {@code base} is where the API begins. */
    public MediaBrowserShelves(String base) {
        server.on(base + "/Library/Media/Updated", Answer.status(204));
        server.on(
                base + "/Library/VirtualFolders",
                _ -> json(libraries.stream()
                        .map(one -> Map.of("Name", one.name(), "Locations", one.folders(), "ItemId", "f1"))
                        .toList()));
        server.on(
                base + "/Library/SelectableMediaFolders",
                _ -> json(libraries.stream()
                        .map(one -> Map.of(
                                "Name",
                                one.name(),
                                "SubFolders",
                                one.folders().stream()
                                        .map(path -> Map.of("Path", path))
                                        .toList()))
                        .toList()));
        server.on(base + "/Shows/", asked -> items(episodes(asked)));
        server.on(base + "/Items", asked -> items(found(asked)));
    }

    @Override
    public List<String> scans() {
        return asked().stream()
                .filter(call -> call.pathAndQuery().endsWith("/Library/Media/Updated"))
                .flatMap(call -> read(call.body()).findValuesAsText("Path").stream())
                .toList();
    }

    @Override
    public long searches() {
        return asked().stream()
                .filter(call -> has(call.pathAndQuery(), "searchTerm"))
                .count();
    }

    private Stream<Piece> found(Asked asked) {
        return pieces(TYPES.get(parameter(asked, "IncludeItemTypes")), parameter(asked, "searchTerm"));
    }

    private Stream<Piece> episodes(Asked asked) {
        String series = asked.pathAndQuery().replaceFirst(".*/Shows/([^/]+)/Episodes.*", "$1");
        return pieces("episode", "").filter(piece -> piece.place().series().equals(series));
    }

    private static Answer items(Stream<Piece> found) {
        return json(Map.of("Items", found.map(MediaBrowserShelves::item).toList(), "StartIndex", 0));
    }

    private static Map<String, Object> item(Piece piece) {
        var item = new LinkedHashMap<String, Object>(Map.of("Id", piece.id(), "Name", piece.name()));
        if (piece.kind().equals("episode")) {
            item.put("ParentIndexNumber", piece.place().season());
            item.put("IndexNumber", piece.place().number());
            item.put("LocationType", piece.path().isEmpty() ? "Virtual" : "FileSystem");
        }
        if (!piece.path().isEmpty()) {
            item.put("Path", piece.path());
        }
        if (!piece.provider().isEmpty()) {
            String[] id = piece.provider().split(":");
            item.put("ProviderIds", Map.of("Imdb", "tt1", id[0].equals("tmdb") ? "Tmdb" : "Tvdb", id[1]));
        }
        return item;
    }

    private static Answer json(Object body) {
        try {
            return Answer.json(JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
