package conveyarr.upstream.radarr;

import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.upstream.ArrKeys;
import conveyarr.upstream.Sighting;
import conveyarr.upstream.Sighting.DownloadGivenUp;
import conveyarr.upstream.Sighting.Grabbed;
import conveyarr.upstream.Sighting.Imported;
import conveyarr.upstream.Sighting.ImportedFile;
import conveyarr.upstream.Sighting.Title;
import conveyarr.upstream.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads rows of Radarr's history. A row that lacks what its sighting needs, such as one of a deleted movie, is passed over. */
record RadarrHistory(String instance, List<RadarrApi.Row> rows) {
    private static final Duration ONE_IMPORT = Duration.ofMinutes(1);
    private static final RadarrApi.Data NOTHING = new RadarrApi.Data(null, null, null, null, null, null, null);

    List<Sighting> sightings() {
        return rows.stream().flatMap(row -> sighting(row).stream()).toList();
    }

    private Optional<Sighting> sighting(RadarrApi.Row row) {
        return switch (row.eventType() == null ? "" : row.eventType()) {
            case "grabbed" -> media(row).flatMap(media -> grabbed(row, media));
            case "downloadFolderImported" -> media(row).flatMap(media -> imported(row, media));
            case "downloadFailed" -> media(row).flatMap(media -> givenUp(row, media));
            default -> Optional.empty(); // renamed, deleted, ignored: nothing of ours
        };
    }

    private Optional<Sighting> grabbed(RadarrApi.Row row, MediaId media) {
        return download(row).map(download -> {
            var key = ArrKeys.grab(download, row.movieId(), row.sourceTitle());
            var release =
                    RadarrWords.release(row.sourceTitle(), size(row), data(row).indexer());
            return new Grabbed(occurrence(row, key), media, title(row), download, release);
        });
    }

    private Optional<Sighting> imported(RadarrApi.Row row, MediaId media) {
        if (data(row).fileId() == null || data(row).importedPath() == null) {
            return Optional.empty();
        }
        var quality = Optional.ofNullable(row.quality())
                .map(RadarrApi.Quality::quality)
                .map(RadarrApi.QualityName::name);
        var file =
                new ImportedFile(data(row).fileId(), data(row).importedPath(), size(row), quality, replacesAFile(row));
        var download = ArrKeys.download(row.downloadId());
        return Optional.of(
                new Imported(occurrence(row, ArrKeys.imported(file.id())), media, title(row), download, file));
    }

    private Optional<Sighting> givenUp(RadarrApi.Row row, MediaId media) {
        String reason = data(row).message() == null
                ? "no reason given"
                : Words.reason(data(row).message());
        return download(row)
                .map(download ->
                        new DownloadGivenUp(occurrence(row, ArrKeys.failed(download)), media, download, reason));
    }

    /** Radarr writes the deletion of the old file just before the import of the new one, and no word of it in the import. */
    private boolean replacesAFile(RadarrApi.Row row) {
        return rows.stream()
                .anyMatch(other -> "movieFileDeleted".equals(other.eventType())
                        && "Upgrade".equals(data(other).reason())
                        && other.movieId() == row.movieId()
                        && other.id() < row.id()
                        && Duration.between(other.date(), row.date()).compareTo(ONE_IMPORT) <= 0);
    }

    private Optional<String> download(RadarrApi.Row row) {
        return Optional.ofNullable(row.sourceTitle()).map(release -> RadarrWords.download(row.downloadId(), release));
    }

    private Occurrence occurrence(RadarrApi.Row row, NaturalKey key) {
        return Occurrence.at(row.date(), Via.HISTORY, instance, key);
    }

    private static Optional<MediaId> media(RadarrApi.Row row) {
        return RadarrWords.media(row.movie())
                .or(() -> Optional.ofNullable(data(row).tmdbId()).map(MediaId::movie));
    }

    private static Title title(RadarrApi.Row row) {
        return row.movie() == null
                ? new Title(Words.name(row.sourceTitle()), Optional.empty())
                : RadarrWords.title(row.movie());
    }

    private static long size(RadarrApi.Row row) {
        return data(row).size() == null ? 0 : data(row).size();
    }

    private static RadarrApi.Data data(RadarrApi.Row row) {
        return row.data() == null ? NOTHING : row.data();
    }
}
