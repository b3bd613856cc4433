package conveyarr.upstream.seerr;

import conveyarr.events.MediaId;
import conveyarr.upstream.RequestPortal.Found;
import conveyarr.upstream.Words;
import io.smallrye.mutiny.Uni;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds titles as Seerr does, which asks TMDB. */
record Search(SeerrDeskApi api) {
    private static final String BY_TVDB = "tvdb:";

    Uni<List<Found>> by(String words) {
        return api.search(encoded(words)).map(page -> Stream.ofNullable(page.results())
                .flatMap(List::stream)
                .filter(result -> "movie".equals(result.mediaType()) || "tv".equals(result.mediaType()))
                .filter(result -> result.id() > 0)
                .map(result -> found(result, result.mediaType()))
                .toList());
    }

    Uni<Optional<Found>> of(MediaId media) {
        String source = media.value().split(":")[1];
        boolean number = media.externalId().matches("[1-9]\\d{0,9}");
        return switch (number ? media.kind() + " " + source : "?") {
            case "movie tmdb" -> api.movie(Long.parseLong(media.externalId())).map(one -> present(one, "movie"));
            case "series tmdb" -> api.series(Long.parseLong(media.externalId())).map(one -> present(one, "tv"));
            case "series tvdb" -> by(BY_TVDB + media.externalId()).map(all -> series(all, media));
            default -> Uni.createFrom().item(Optional.empty());
        };
    }

    private static Optional<Found> series(List<Found> all, MediaId media) {
        return all.stream()
                .filter(one -> one.media().kind().equals("series"))
                .findFirst()
                .map(one -> new Found(media, one.tmdb(), one.title(), one.year(), one.overview()));
    }

    private static Optional<Found> present(SeerrDeskApi.Result result, String type) {
        return Optional.of(found(result, type)).filter(one -> one.tmdb() > 0);
    }

    private static Found found(SeerrDeskApi.Result result, String type) {
        boolean series = type.equals("tv");
        String title = series ? result.name() : result.title();
        String date = Objects.requireNonNullElse(series ? result.firstAirDate() : result.releaseDate(), "");
        return new Found(
                SeerrWords.media(type, Math.max(1, result.id()), tvdb(result)),
                result.id(),
                title == null ? "" : Words.name(title),
                date.matches("\\d{4}-.*") ? Optional.of(Integer.valueOf(date.substring(0, 4))) : Optional.empty(),
                Words.line(result.overview()));
    }

    private static Long tvdb(SeerrDeskApi.Result result) {
        if (result.externalIds() != null && result.externalIds().tvdbId() != null) {
            return result.externalIds().tvdbId();
        }
        return result.mediaInfo() == null ? null : result.mediaInfo().tvdbId();
    }

    /** What a form leaves as it is (the star) or writes as a plus, Seerr's check calls reserved. */
    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
