package conveyarr.upstream.arr;

import conveyarr.upstream.ArrKeys;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;

/** A row of the history: what all programs of the family write alike. {@code movieId} and its kin name the piece that the row is about. */
record Row(
        long id,
        String sourceTitle,
        Quality quality,
        Instant date,
        String downloadId,
        String eventType,
        Data data,
        long movieId,
        long episodeId,
        long trackId,
        long bookId) {
    private static final Data NOTHING = new Data(null, null, null, null, null, null, null, null);

    Row {
        data = data == null ? NOTHING : data;
    }

    /** The smallest thing that a row of this program is about: an episode or a track rather than its series or its album. */
    long piece() {
        return LongStream.of(episodeId, trackId, bookId, movieId)
                .filter(number -> number > 0)
                .findFirst()
                .orElse(0);
    }

    /** The download that it is about; empty when the row names neither it nor a release. */
    Optional<String> download() {
        return Optional.ofNullable(sourceTitle).map(release -> ArrKeys.download(downloadId, release));
    }

    long bytes() {
        return data.size() == null ? 0 : data.size();
    }

    /** Written as text in all versions. */
    record Data(
            Long fileId,
            String importedPath,
            Long size,
            String indexer,
            String message,
            String reason,
            String sourcePath,
            String path) {}

    record Quality(QualityName quality) {}

    record QualityName(String name) {}
}
