package conveyarr.upstream.qbittorrent;

import static conveyarr.upstream.qbittorrent.Torrent.number;
import static conveyarr.upstream.qbittorrent.Torrent.or;
import static conveyarr.upstream.qbittorrent.Torrent.text;

import com.fasterxml.jackson.annotation.JsonProperty;
import conveyarr.upstream.Facts.Speeds;
import conveyarr.upstream.Standing;
import conveyarr.upstream.Standing.Connection;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code server_state}, with {@code null} for "not in this answer". The external addresses came with 5.1. */
record Server(
        @JsonProperty("connection_status") String connection,
        @JsonProperty("dl_info_speed") Long down,
        @JsonProperty("up_info_speed") Long up,
        @JsonProperty("free_space_on_disk") Long free,
        @JsonProperty("use_alt_speed_limits") Boolean slowed,
        @JsonProperty("last_external_address_v4") String v4,
        @JsonProperty("last_external_address_v6") String v6) {
    /** Its alternative limits hold. */
    static final String SLOW = "alternative";

    static final String NORMAL = "normal";

    static final Server UNKNOWN = new Server(null, null, null, null, null, null, null);

    Server with(Server news) {
        return new Server(
                or(news.connection, connection),
                or(news.down, down),
                or(news.up, up),
                or(news.free, free),
                or(news.slowed, slowed),
                or(news.v4, v4),
                or(news.v6, v6));
    }

    /** A state that has no place for it, as before 5.1; an empty one is an answer. */
    boolean tellsNoAddress() {
        return connection != null && v4 == null && v6 == null;
    }

    Standing standing() {
        return new Standing(
                status(),
                new Speeds(number(down), number(up)),
                Optional.ofNullable(free).filter(bytes -> bytes >= 0),
                Optional.ofNullable(slowed).map(slow -> slow ? SLOW : NORMAL),
                Stream.of(text(v4), text(v6)).filter(a -> !a.isBlank()).findFirst(),
                Optional.empty());
    }

    private Connection status() {
        return switch (text(connection)) {
            case "connected" -> Connection.CONNECTED;
            case "firewalled" -> Connection.FIREWALLED;
            case "disconnected" -> Connection.DISCONNECTED;
            default -> Connection.UNKNOWN;
        };
    }
}
