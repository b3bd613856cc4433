package conveyarr.simulator.radarr;

import static java.nio.charset.StandardCharsets.UTF_8;

import conveyarr.simulator.movie.Movie;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a search finds: the same for the same movie and attempt, another one after a failure. */
record Release(String title, String group, String hash, long size) {
    static final String INDEXER = "Example (Prowlarr)";

    static Release of(Movie movie, int attempt) {
        String group = attempt == 1 ? "GRP" : "ALT" + attempt;
        String hash = HexFormat.of().withUpperCase().formatHex(sha1("movie:tmdb:" + movie.tmdbId() + ":" + attempt));
        long size = (2L << 30) + movie.tmdbId() % 1000 * 4_000_003L;
        return new Release(movie.dotted() + ".1080p.BluRay.x265-" + group, group, hash, size);
    }

    String magnet() {
        return "magnet:?xt=urn:btih:" + hash.toLowerCase() + "&dn=" + URLEncoder.encode(title, UTF_8) + "&xl=" + size;
    }

    static byte[] sha1(String text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
