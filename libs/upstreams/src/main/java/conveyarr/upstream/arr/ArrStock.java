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
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Goes through the whole library of a program of the family, title by title. One that cannot be read hides no other; one that does not tell its
 * file ends it, since what is missing then would look like gone.
 */
record ArrStock(Dialect dialect, ArrShelfApi api) {
    private static final Logger LOGGER = Logger.getLogger(ArrStock.class);

    Multi<List<Stock>> all(String titles) {
        return api.titles(dialect.version(), titles)
                .onItem()
                .transformToMulti(all -> Multi.createFrom().iterable(all))
                .onItem()
                .transformToUniAndConcatenate(one -> files(titles, one));
    }

    private Uni<List<Stock>> files(String titles, JsonNode title) {
        try {
            var about = JsonNodeFactory.instance.objectNode();
            about.set(titles, title);
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
        if (dialect.countsEpisodes()) {
            return api.episodeFiles(dialect.version(), work.number())
                    .chain(files -> files.isEmpty()
                            ? none()
                            : api.episodes(dialect.version(), work.number()).map(episodes -> files.stream()
                                    .flatMap(file -> stock(work, file, of(file, episodes)).stream())
                                    .toList()));
        }
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
                new StockFile(file.path(), file.size(), file.dateAdded(), marks, episodes)));
    }

    private static Optional<String> word(String text) {
        return Optional.ofNullable(text).filter(some -> !some.isBlank());
    }

    private static Uni<List<Stock>> none() {
        return Uni.createFrom().item(List.of());
    }
}
