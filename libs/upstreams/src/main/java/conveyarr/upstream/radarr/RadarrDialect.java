package conveyarr.upstream.radarr;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.events.MediaId;
import conveyarr.upstream.arr.ArrJson;
import conveyarr.upstream.arr.ArrWords;
import conveyarr.upstream.arr.Dialect;
import conveyarr.upstream.arr.Verbs;
import conveyarr.upstream.arr.Work;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Radarr's words for its hooks, its history and its movies. */
final class RadarrDialect implements Dialect {
    private static final RadarrVerbs VERBS = new RadarrVerbs();
    private static final Map<String, String> INCLUDE = Map.of("includeMovie", "true");

    @Override
    public Verbs verbs() {
        return VERBS;
    }

    @Override
    public String app() {
        return "Radarr";
    }

    @Override
    public String version() {
        return "v3";
    }

    @Override
    public Map<String, String> include() {
        return INCLUDE;
    }

    @Override
    public String unknownToo() {
        return "includeUnknownMovieItems";
    }

    @Override
    public String files() {
        return "movieFile";
    }

    @Override
    public String renamedFiles() {
        return "renamedMovieFiles";
    }

    @Override
    public Optional<HookWord> hook(String type, JsonNode body) {
        return switch (type) {
            case "MovieAdded" -> Optional.of(HookWord.ADDED);
            case "MovieDelete" -> Optional.of(HookWord.REMOVED);
            case "Grab" -> Optional.of(HookWord.GRABBED);
            case "Download" -> Optional.of(HookWord.IMPORTED);
            case "ManualInteractionRequired" -> Optional.of(HookWord.REFUSED);
            case "MovieFileDelete" -> Optional.of(HookWord.DELETED);
            case "Rename" -> Optional.of(HookWord.RENAMED);
            case "Test", "Health", "HealthRestored", "ApplicationUpdate" -> Optional.of(HookWord.NOTHING_OF_OURS);
            default -> Optional.empty();
        };
    }

    @Override
    public RowWord row(String eventType) {
        return switch (eventType) {
            case "grabbed" -> RowWord.GRABBED;
            case "downloadFolderImported" -> RowWord.IMPORTED;
            case "downloadFailed" -> RowWord.GIVEN_UP;
            case "downloadIgnored" -> RowWord.IGNORED;
            case "movieFileDeleted" -> RowWord.DELETED;
            case "movieFileRenamed" -> RowWord.RENAMED;
            default -> RowWord.NOTHING_OF_OURS;
        };
    }

    /** A history that was asked without its movies still has the TMDB id of a grab. */
    @Override
    public List<Work> works(JsonNode about) {
        Form form = ArrJson.bind(about, Form.class);
        if (form.movie() != null) {
            Movie movie = form.movie();
            return work(movie.id() > 0 ? movie.id() : form.movieId(), movie.tmdbId(), movie.title(), movie.year());
        }
        long tmdbId = form.data() == null || form.data().tmdbId() == null
                ? 0
                : form.data().tmdbId();
        return work(form.movieId(), tmdbId, form.sourceTitle(), 0);
    }

    private static List<Work> work(long number, long tmdbId, String title, int year) {
        return tmdbId <= 0
                ? List.of()
                : List.of(Work.whole(number, MediaId.movie(tmdbId), ArrWords.title(title, year)));
    }

    record Form(Movie movie, long movieId, String sourceTitle, Data data) {}

    /** {@code tmdbId} is 0 when there is none. */
    record Movie(long id, String title, int year, long tmdbId) {}

    record Data(Long tmdbId) {}
}
