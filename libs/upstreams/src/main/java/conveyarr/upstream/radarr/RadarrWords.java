package conveyarr.upstream.radarr;

import conveyarr.events.DownloadId;
import conveyarr.events.MediaId;
import conveyarr.upstream.ArrKeys;
import conveyarr.upstream.Sighting.Release;
import conveyarr.upstream.Sighting.Title;
import conveyarr.upstream.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the hook, the history and the queue say alike, in our words. */
final class RadarrWords {
    private RadarrWords() {}

    static Optional<MediaId> media(RadarrApi.Movie movie) {
        return movie == null || movie.tmdbId() <= 0 ? Optional.empty() : Optional.of(MediaId.movie(movie.tmdbId()));
    }

    static Title title(RadarrApi.Movie movie) {
        return new Title(movie.title() == null ? "" : Words.name(movie.title()), year(movie));
    }

    static Optional<Integer> year(RadarrApi.Movie movie) {
        return movie.year() > 0 ? Optional.of(movie.year()) : Optional.empty();
    }

    /** The subject of a download; one that Radarr cannot match to a movie has only its id at this instance. */
    static MediaId subject(RadarrApi.Movie movie, String instance, String download) {
        return media(movie)
                .orElseGet(() -> MediaId.unmatched(new DownloadId(instance, download.replaceAll("\\s", "_"))));
    }

    static String download(String downloadId, String release) {
        return ArrKeys.download(downloadId, release);
    }

    static Release release(String name, long bytes, String indexer) {
        return new Release(Words.name(name), bytes, Optional.ofNullable(indexer).map(Words::name));
    }

    /** Radarr's reasons, one line each: the file and what is wrong with it. */
    static List<String> reasons(List<RadarrApi.Message> messages) {
        return messages == null
                ? List.of()
                : Words.reasons(messages.stream().flatMap(RadarrWords::lines).toList());
    }

    private static Stream<String> lines(RadarrApi.Message message) {
        String title = message.title() == null ? "" : message.title();
        return message.messages() == null || message.messages().isEmpty()
                ? Stream.of(title)
                : message.messages().stream().map(text -> title.isEmpty() ? text : title + ": " + text);
    }
}
