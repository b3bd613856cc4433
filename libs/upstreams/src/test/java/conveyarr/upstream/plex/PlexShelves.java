package conveyarr.upstream.plex;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import conveyarr.upstream.FakeServer.Answer;
import conveyarr.upstream.FakeServer.Asked;
import conveyarr.upstream.Shelves;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A Plex, as far as an indexer meets it: sections, a refresh that answers at once with nothing, ids only when they are asked for. */
final class PlexShelves extends Shelves {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> SECTIONS = Map.of("movie", "movie", "series", "show", "album", "artist");
    private static final Map<String, String> TYPES = Map.of("1", "movie", "2", "series", "9", "album");

    PlexShelves() {
        server.on(
                "/library/sections/",
                asked -> asked.pathAndQuery().contains("/refresh?")
                        ? Answer.status(200)
                        : container("Metadata", found(asked).toList()));
        server.on("/library/sections", _ -> container("Directory", sections()));
        server.on(
                "/library/metadata/",
                asked -> container("Metadata", leaves(asked).toList()));
    }

    private List<Map<String, Object>> sections() {
        return IntStream.range(0, libraries.size())
                .mapToObj(i -> Map.<String, Object>of(
                        "key",
                        "" + (i + 1),
                        "type",
                        SECTIONS.get(libraries.get(i).holds()),
                        "title",
                        libraries.get(i).name(),
                        "Location",
                        libraries.get(i).folders().stream()
                                .map(path -> Map.of("id", 1, "path", path))
                                .toList()))
                .toList();
    }

    private Stream<Map<String, Object>> found(Asked asked) {
        boolean withIds = parameter(asked, "includeGuids").equals("1");
        int section = Integer.parseInt(asked.pathAndQuery().replaceFirst(".*/sections/(\\d+)/.*", "$1"));
        String kind = TYPES.get(parameter(asked, "type"));
        return pieces(kind, parameter(asked, "title"))
                .filter(_ -> libraries.get(section - 1).holds().equals(kind))
                .map(piece -> item(piece, withIds));
    }

    private Stream<Map<String, Object>> leaves(Asked asked) {
        String parent = asked.pathAndQuery().replaceFirst(".*/metadata/([^/]+)/allLeaves.*", "$1");
        var tracks = pieces("album", "")
                .filter(album -> album.id().equals(parent))
                .map(album -> Map.<String, Object>of(
                        "ratingKey", album.id() + "t", "title", "Track", "Media", media(album.path() + "/01.flac")));
        var episodes = pieces("episode", "")
                .filter(piece -> piece.place().series().equals(parent))
                .filter(piece -> !piece.path().isEmpty())
                .map(piece -> item(piece, false));
        return Stream.concat(tracks, episodes);
    }

    private static Map<String, Object> item(Piece piece, boolean withIds) {
        var item = new LinkedHashMap<String, Object>(
                Map.of("ratingKey", piece.id(), "title", piece.name(), "guid", "plex://" + piece.id()));
        if (piece.kind().equals("episode")) {
            item.putAll(Map.of(
                    "parentIndex",
                    piece.place().season(),
                    "index",
                    piece.place().number()));
        }
        if (!piece.path().isEmpty() && !piece.kind().equals("album")) {
            item.put("Media", media(piece.path()));
        }
        if (withIds && !piece.provider().isEmpty()) {
            item.put(
                    "Guid",
                    List.of(
                            Map.of("id", "imdb://tt1"),
                            Map.of("id", piece.provider().replace(":", "://"))));
        }
        return item;
    }

    private static List<?> media(String file) {
        return List.of(Map.of("Part", List.of(Map.of("file", file))));
    }

    private static Answer container(String name, List<?> items) {
        try {
            return Answer.json(
                    JSON.writeValueAsString(Map.of("MediaContainer", Map.of("size", items.size(), name, items))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<String> scans() {
        return asked().stream()
                .filter(call -> call.pathAndQuery().contains("/refresh?"))
                .map(call -> parameter(call, "path"))
                .toList();
    }

    @Override
    public long searches() {
        return asked().stream()
                .filter(call -> has(call.pathAndQuery(), "title"))
                .count();
    }
}
