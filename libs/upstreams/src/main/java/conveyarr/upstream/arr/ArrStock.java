package conveyarr.upstream.arr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import conveyarr.events.Episodes;
import conveyarr.upstream.ArrShelf.Marks;
import conveyarr.upstream.ArrShelf.Stock;
import conveyarr.upstream.ArrShelf.StockFile;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import conveyarr.upstream.arr.ArrShelfApi.Episode;
import conveyarr.upstream.arr.ArrShelfApi.File;
import conveyarr.upstream.arr.Dialect.FilesOf;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Goes through the whole library of a program of the family, title by title. One that cannot be read hides no other; one that does not tell its
 * file ends it, since what is missing then would look like gone.
 */
record ArrStock(Dialect dialect, ArrShelfApi api) {
    private static final Logger LOGGER = Logger.getLogger(ArrStock.class);

    Multi<List<Stock>> all() {
        return api.titles(dialect.version(), dialect.verbs().shelf())
                .onItem()
                .transformToMulti(all -> Multi.createFrom().iterable(all))
                .onItem()
                .transformToUniAndConcatenate(this::files);
    }

    private Uni<List<Stock>> files(JsonNode title) {
        try {
            var about = JsonNodeFactory.instance.objectNode();
            about.set(dialect.verbs().shelf(), title);
            return dialect.works(about).stream()
                    .findFirst()
                    .map(work -> files(work, title))
                    .orElseGet(ArrStock::none);
        } catch (ArrJson.Unreadable e) {
            LOGGER.warnf("title.skipped app=%s cause=%s", dialect.app(), e.getMessage());
            return none();
        }
    }

    private Uni<List<Stock>> files(Work work, JsonNode title) {
        return dialect.filesOf()
                .map(where -> hasNone(title) ? none() : listed(work, where))
                .orElseGet(() -> one(work, title));
    }

    /** Lidarr and Readarr count the files of a title where they list it. */
    private static boolean hasNone(JsonNode title) {
        JsonNode count = title.path("statistics");
        return count.path("trackFileCount").asInt(1) == 0
                || count.path("bookFileCount").asInt(1) == 0;
    }

    private Uni<List<Stock>> listed(Work work, FilesOf where) {
        return api.files(dialect.version(), where.resource(), Map.of(where.by(), String.valueOf(work.number())))
                .chain(files -> files.isEmpty()
                        ? none()
                        : episodes(work).map(episodes -> files.stream()
                                .flatMap(file -> stock(work, file, of(file, episodes)).stream())
                                .toList()));
    }

    private Uni<List<Episode>> episodes(Work work) {
        return dialect.countsEpisodes()
                ? api.episodes(dialect.version(), work.number())
                : Uni.createFrom().item(List.of());
    }

    /** A movie brings its file. */
    private Uni<List<Stock>> one(Work work, JsonNode title) {
        JsonNode file = title.path(dialect.files());
        if (!file.isObject() && title.path("hasFile").asBoolean()) {
            throw new Nonsense(dialect.app() + " does not tell the file of a title that has one");
        }
        return file.isObject()
                ? Uni.createFrom()
                        .item(stock(work, ArrJson.bind(file, File.class), Optional.empty()).stream()
                                .toList())
                : none();
    }

    private static Optional<Episodes> of(File file, List<Episode> episodes) {
        return Episodes.of(episodes.stream()
                .filter(episode -> episode.episodeFileId() == file.id())
                .map(episode -> new Episodes.Number(episode.seasonNumber(), episode.episodeNumber()))
                .toList());
    }

    /** Only what says where it is and since when. */
    private static Optional<Stock> stock(Work work, File file, Optional<Episodes> episodes) {
        if (file.path() == null || file.dateAdded() == null) {
            return Optional.empty();
        }
        var quality = Optional.ofNullable(file.quality())
                .map(ArrShelfApi.Quality::quality)
                .map(ArrShelfApi.Name::name);
        var marks = new Marks(quality, word(file.sceneName()), word(file.edition()));
        return Optional.of(new Stock(
                work.media(),
                work.title(),
                new StockFile(file.id(), file.path(), file.size(), file.dateAdded(), marks, episodes)));
    }

    private static Optional<String> word(String text) {
        return Optional.ofNullable(text).filter(some -> !some.isBlank());
    }

    private static Uni<List<Stock>> none() {
        return Uni.createFrom().item(List.of());
    }
}
