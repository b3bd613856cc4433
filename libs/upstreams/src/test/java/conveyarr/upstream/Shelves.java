package conveyarr.upstream;

import conveyarr.upstream.FakeServer.Asked;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a fake media server shows; each kind tells it in its own words. */
public abstract class Shelves implements AutoCloseable {
    protected final FakeServer server = new FakeServer();
    protected final List<Library> libraries = new ArrayList<>();
    protected final List<Piece> pieces = new ArrayList<>();

    /** {@code holds} is the first word of a media id. */
    public record Library(String name, String holds, List<String> folders) {}

    /** {@code provider} such as {@code tmdb:961}; an episode names its series, and has no path when it is only announced. */
    public record Piece(String id, String kind, String name, String provider, String path, Place place) {}

    public record Place(String series, int season, int number) {
        static final Place NONE = new Place("", 0, 0);
    }

    final void library(String name, String holds, String... folders) {
        libraries.add(new Library(name, holds, List.of(folders)));
    }

    final void movie(String id, String name, String provider, String path) {
        pieces.add(new Piece(id, "movie", name, provider, path, Place.NONE));
    }

    final void series(String id, String name, String provider) {
        pieces.add(new Piece(id, "series", name, provider, "", Place.NONE));
    }

    final void episode(String series, int season, int number, String path) {
        pieces.add(
                new Piece(series + number, "episode", "Part " + number, "", path, new Place(series, season, number)));
    }

    final void announced(String series, int season, int number) {
        episode(series, season, number, "");
    }

    final void album(String id, String name, String folder) {
        pieces.add(new Piece(id, "album", name, "", folder, Place.NONE));
    }

    final URI url() {
        return server.url();
    }

    protected final List<Asked> asked() {
        return server.asked();
    }

    /** The folders that it was asked to look at. */
    public abstract List<String> scans();

    /** How often it was asked for a name. */
    public abstract long searches();

    /** Those of a kind that a query is for, the newest last; a part of the name is enough. */
    protected final Stream<Piece> pieces(String kind, String term) {
        return pieces.stream()
                .filter(piece -> piece.kind().equals(kind))
                .filter(piece -> piece.name().toLowerCase().contains(term.toLowerCase()));
    }

    protected static String parameter(Asked asked, String name) {
        String query = asked.pathAndQuery().replaceFirst("[^?]*\\??", "");
        return Stream.of(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair[0].equals(name))
                .map(pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    protected static boolean has(String query, String name) {
        return query.contains("?" + name + "=") || query.contains("&" + name + "=");
    }

    @Override
    public void close() {
        server.close();
    }
}
