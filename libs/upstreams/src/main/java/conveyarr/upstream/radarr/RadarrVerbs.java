package conveyarr.upstream.radarr;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.events.MediaId;
import conveyarr.upstream.ArrApp.Addition;
import conveyarr.upstream.ArrApp.ListedTitle;
import conveyarr.upstream.arr.ArrJson;
import conveyarr.upstream.arr.ArrWords;
import conveyarr.upstream.arr.Verbs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What Radarr lists and is told: commands and manual import as its own pages send them. */
final class RadarrVerbs implements Verbs {
    @Override
    public String shelf() {
        return "movie";
    }

    @Override
    public Map<String, String> pick(MediaId media) {
        return Map.of("tmdbId", media.externalId());
    }

    /** {@code isAvailable} weighs the dates against the minimum availability that the owner chose. */
    @Override
    public Optional<ListedTitle> listed(JsonNode title, Instant now) {
        Movie m = ArrJson.bind(title, Movie.class);
        return m.tmdbId() <= 0
                ? Optional.empty()
                : Optional.of(new ListedTitle(
                        m.id(),
                        MediaId.movie(m.tmdbId()),
                        m.monitored(),
                        m.isAvailable(),
                        m.from(),
                        m.hasFile(),
                        Addition.of(m.added(), ArrWords.title(m.title(), m.year()))));
    }

    @Override
    public Map<String, Object> search(long number) {
        return Map.of("name", "MoviesSearch", "movieIds", List.of(number));
    }

    @Override
    public Map<String, Object> rescan(long number) {
        return Map.of("name", "RescanMovie", "movieId", number);
    }

    @Override
    public Map<String, String> proposal() {
        return Map.of("movieId", "/movie/id");
    }

    record Movie(
            long id,
            long tmdbId,
            String title,
            int year,
            Instant added,
            boolean monitored,
            boolean isAvailable,
            boolean hasFile,
            String minimumAvailability,
            Instant inCinemas,
            Instant digitalRelease,
            Instant physicalRelease) {
        Optional<Instant> from() {
            return "inCinemas".equals(minimumAvailability)
                    ? Optional.ofNullable(inCinemas)
                    : Stream.of(Optional.ofNullable(digitalRelease), Optional.ofNullable(physicalRelease))
                            .flatMap(Optional::stream)
                            .min(Instant::compareTo);
        }
    }
}
