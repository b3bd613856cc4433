package conveyarr.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name that every upstream agrees on, such as {@code movie:tmdb:603} or {@code series:tvdb:81189}; a download that nothing asked for is
 * {@code download:<instance>:<id>} until somebody says what it is. It is the key of all media topics.
 */
public record MediaId(@JsonValue String value) implements Subject {
    private static final Pattern FORM =
            Pattern.compile("(movie|series|album|book):[a-z]+:[^:\\s]+|download:[^:\\s]+:[^\\s]+");

    private static final Set<String> ONE_FILE = Set.of("movie", "book");

    @JsonCreator
    public MediaId {
        if (value == null || !isOne(value)) {
            throw new IllegalArgumentException("not a media id: " + value);
        }
    }

    /** Whether this text is a media id. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    public static MediaId movie(long tmdbId) {
        return new MediaId("movie:tmdb:" + tmdbId);
    }

    public static MediaId series(long tvdbId) {
        return new MediaId("series:tvdb:" + tvdbId);
    }

    /** A release group of MusicBrainz. */
    public static MediaId album(String musicbrainzId) {
        return new MediaId("album:musicbrainz:" + musicbrainzId);
    }

    public static MediaId book(String goodreadsId) {
        return new MediaId("book:goodreads:" + goodreadsId);
    }

    public static MediaId unmatched(DownloadId download) {
        return new MediaId("download:" + download.client() + ":" + download.hash());
    }

    /** The first word: movie, series, album, book or download. */
    public String kind() {
        return value.substring(0, value.indexOf(':'));
    }

    /** Whether one file makes it complete; of a series or an album, only the *arr knows when it has enough. */
    public boolean isOneFile() {
        return ONE_FILE.contains(kind());
    }

    /** The id at the source that the second word names, such as {@code 603}. */
    public String externalId() {
        return value.substring(value.lastIndexOf(':') + 1);
    }

    @Override
    public String key() {
        return value;
    }

    @Override
    public String toString() {
        return value;
    }
}
