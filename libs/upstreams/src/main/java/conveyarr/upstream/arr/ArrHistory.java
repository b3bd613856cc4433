package conveyarr.upstream.arr;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.events.NaturalKey;
import conveyarr.events.Trace;
import conveyarr.events.Via;
import conveyarr.upstream.ArrKeys;
import conveyarr.upstream.Sighting;
import conveyarr.upstream.Sighting.AtArr;
import conveyarr.upstream.Sighting.DownloadGivenUp;
import conveyarr.upstream.Sighting.Grabbed;
import conveyarr.upstream.Sighting.Imported;
import conveyarr.upstream.Sighting.ImportedFile;
import conveyarr.upstream.Words;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Reads rows of a history. A row that cannot be read hides no other; one that lacks what its sighting needs is passed over. */
record ArrHistory(Dialect dialect, String instance, List<Line> lines) {
    private static final Logger LOGGER = Logger.getLogger(ArrHistory.class);
    private static final Duration ONE_IMPORT = Duration.ofMinutes(1);

    /** A row with what it is about. The rest of what the program sent, the whole title each time, is let go at once. */
    record Line(Row row, List<Work> works) {}

    /** One that has read nothing yet. */
    static ArrHistory of(Dialect dialect, String instance) {
        return new ArrHistory(dialect, instance, List.of());
    }

    ArrHistory read(List<JsonNode> rows) {
        return with(rows.stream().flatMap(json -> line(json).stream()).toList());
    }

    ArrHistory with(Collection<Line> found) {
        var inOrder = found.stream()
                .sorted(Comparator.comparingLong(line -> line.row().id()))
                .toList();
        return new ArrHistory(dialect, instance, inOrder);
    }

    Optional<Line> line(JsonNode json) {
        try {
            Row row = ArrJson.bind(json, Row.class);
            if (row != null && row.date() != null) {
                return Optional.of(new Line(row, dialect.works(json)));
            }
            LOGGER.warnf("history.row.skipped instance=%s cause=it has no date", instance);
        } catch (ArrJson.Unreadable e) {
            LOGGER.warnf("history.row.skipped instance=%s cause=%s", instance, e.getMessage());
        }
        return Optional.empty();
    }

    /** Whether it has any sighting for us. */
    boolean tells(Line line) {
        return sightings(line).findAny().isPresent();
    }

    /** One for each happening, in the order of the rows. */
    List<Sighting> sightings() {
        var all = new Gathering();
        lines.forEach(line -> sightings(line).forEach(all::add));
        return all.sightings();
    }

    private Stream<AtArr> sightings(Line line) {
        Dialect.RowWord word = line.row().eventType() == null
                ? Dialect.RowWord.NOTHING_OF_OURS
                : dialect.row(line.row().eventType());
        return line.works().stream().flatMap(work -> sighting(word, line, work).stream());
    }

    private Optional<AtArr> sighting(Dialect.RowWord word, Line line, Work work) {
        return switch (word) {
            case GRABBED -> grabbed(line.row(), work);
            case IMPORTED -> imported(line.row(), work);
            case GIVEN_UP, IGNORED -> givenUp(word, line.row(), work);
            case DELETED -> ArrFiles.removed(trace(line.row(), ArrFiles.deletion(line.row())), line.row(), work);
            case RENAMED -> ArrFiles.moved(trace(line.row(), ArrFiles.renaming(line.row())), line.row(), work);
            case NOTHING_OF_OURS -> Optional.empty();
        };
    }

    private Optional<AtArr> grabbed(Row row, Work work) {
        return row.download().map(download -> {
            var key = ArrKeys.grab(download, work.number(), row.sourceTitle());
            var release =
                    ArrWords.release(row.sourceTitle(), row.bytes(), row.data().indexer(), work.episodes());
            return new Grabbed(trace(row, key), work.media(), work.title(), download, release);
        });
    }

    private Optional<AtArr> imported(Row row, Work work) {
        if (row.data().fileId() == null || row.data().importedPath() == null) {
            return Optional.empty();
        }
        var file = new ImportedFile(
                row.data().fileId(),
                row.data().importedPath(),
                row.bytes(),
                Optional.ofNullable(row.quality()).map(Row.Quality::quality).map(Row.QualityName::name),
                replacesAFile(row),
                work.episodes());
        var download = ArrKeys.download(row.downloadId());
        return Optional.of(
                new Imported(trace(row, ArrKeys.imported(file.id())), work.media(), work.title(), download, file));
    }

    private Optional<AtArr> givenUp(Dialect.RowWord word, Row row, Work work) {
        String reason = row.data().message() == null
                ? "no reason given"
                : Words.reason(row.data().message());
        return row.download()
                .map(download ->
                        new DownloadGivenUp(trace(row, end(word, download, work)), work.media(), download, reason));
    }

    private NaturalKey end(Dialect.RowWord word, String download, Work work) {
        boolean ignored = word == Dialect.RowWord.IGNORED;
        if (dialect.holdsSeveral()) {
            return ignored ? ArrKeys.ignored(download, work.number()) : ArrKeys.failed(download, work.number());
        }
        return ignored ? ArrKeys.ignored(download) : ArrKeys.failed(download);
    }

    /** The deletion of the old file is written just before the import of the new one, and no word of it in the import. */
    private boolean replacesAFile(Row row) {
        return lines.stream()
                .map(Line::row)
                .anyMatch(other -> other.eventType() != null
                        && dialect.row(other.eventType()) == Dialect.RowWord.DELETED
                        && "Upgrade".equals(other.data().reason())
                        && other.piece() == row.piece()
                        && other.id() < row.id()
                        && Duration.between(other.date(), row.date()).compareTo(ONE_IMPORT) <= 0);
    }

    private Trace trace(Row row, NaturalKey key) {
        return Trace.of(row.date(), Via.HISTORY, instance, key).ofRow(row.id());
    }
}
