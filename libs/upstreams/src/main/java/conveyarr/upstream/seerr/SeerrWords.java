package conveyarr.upstream.seerr;

import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.upstream.Sighting.RequestState;

/** What the hook and the list say alike, in our words. */
final class SeerrWords {
    private static final int FIRST = 1;

    private SeerrWords() {}

    /** A series that TVDB does not know has only its TMDB id. */
    static MediaId media(String type, long tmdbId, Long tvdbId) {
        if (tmdbId <= 0) {
            throw new IllegalArgumentException("a request needs a TMDB id");
        }
        return switch (type) {
            case "movie" -> MediaId.movie(tmdbId);
            case "tv" -> tvdbId == null || tvdbId <= 0 ? new MediaId("series:tmdb:" + tmdbId) : MediaId.series(tvdbId);
            default -> throw new IllegalArgumentException("no media type of Seerr: " + type);
        };
    }

    /** The list cannot tell an automatic approval, so it counts as the approval that it is. */
    static NaturalKey key(long request, RequestState state) {
        var name = state == RequestState.AUTO_APPROVED ? RequestState.APPROVED : state;
        return NaturalKey.of("request", request, name.name(), FIRST);
    }

    /** Overseerr ended with 1, Jellyseerr with 2; the name before a version 1 is not told. */
    static String product(String version) {
        return switch (version == null || version.isEmpty() ? '?' : version.charAt(0)) {
            case '1' -> "Overseerr or Jellyseerr";
            case '2' -> "Jellyseerr";
            default -> "Seerr";
        };
    }
}
