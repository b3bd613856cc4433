package conveyarr.events;

import java.util.Locale;

/**
 * One download in one download client. The hash of a torrent is kept in upper case, as the *arr programs write it (qBittorrent writes it in
 * lower case); the id of a Usenet job is case-sensitive and kept as it is.
 */
public record DownloadId(String client, String hash) {
    public DownloadId {
        hash = normal(hash);
    }

    /** The one spelling of an id that several upstreams spell differently; without the character that PostgreSQL cannot keep. */
    public static String normal(String told) {
        String hash = told.replace("\0", "");
        return hash.matches("[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64}") ? hash.toUpperCase(Locale.ROOT) : hash;
    }
}
