package conveyarr.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A hook as Radarr 6.0 sends it at a grab, 1.2 KB, with a download id and a movie of its own for every number, so that no recognition of
 * repetitions flatters anyone.
 */
public final class HookBody {
    private static final int DIGITS = 9;
    private static final int SIZE = 1200;
    private static final String BEGIN = "{\"eventType\":\"Grab\",\"downloadId\":\"";
    private static final String MOVIE = "\",\"movie\":{\"title\":\"Example\",\"year\":1999,\"id\":1";
    private static final String TMDB = ",\"tmdbId\":1";
    private static final String REST =
            ",\"imdbId\":\"tt0000001\"},\"release\":{\"quality\":\"Bluray-1080p\",\"qualityVersion\":1,"
                    + "\"releaseTitle\":\"Example.1999.1080p\",\"indexer\":\"Example\",\"size\":4194304},\"downloadClient\":\"qBittorrent\","
                    + "\"downloadClientType\":\"qBittorrent\",\"instanceName\":\"Radarr\",\"applicationUrl\":\"\",\"notes\":\"";
    private static final byte[] TEMPLATE = template();

    private HookBody() {}

    private static byte[] template() {
        String zeros = "0".repeat(DIGITS);
        String start = BEGIN + zeros + MOVIE + zeros + TMDB + zeros + REST;
        return (start + "x".repeat(SIZE - start.length() - 2) + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] of(long number) {
        byte[] body = TEMPLATE.clone();
        write(body, BEGIN.length(), number);
        int movie = BEGIN.length() + DIGITS + MOVIE.length();
        write(body, movie, number);
        write(body, movie + DIGITS + TMDB.length(), number);
        return body;
    }

    /** The number of a body; -1 when it is none of these. */
    public static long number(byte[] body) {
        if (body.length != SIZE || !Arrays.equals(body, 0, BEGIN.length(), TEMPLATE, 0, BEGIN.length())) {
            return -1;
        }
        return Long.parseLong(new String(body, BEGIN.length(), DIGITS, StandardCharsets.US_ASCII));
    }

    private static void write(byte[] body, int at, long number) {
        long left = number;
        for (int i = DIGITS - 1; i >= 0; i--) {
            body[at + i] = (byte) ('0' + left % 10);
            left /= 10;
        }
    }
}
