package conveyarr.upstream.qbittorrent;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.upstream.qbittorrent.QbittorrentApi.Noted;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is taken out of qBittorrent's texts, and what is left in them on purpose. */
class WordsTest {
    @Test
    void generations_are_told_apart_by_number_and_not_by_text() {
        for (String old : List.of("2.2", "2.8.19", "2.9.3", "2.10.4")) {
            assertThat(Generation.of(old)).contains(Generation.PAUSES);
        }
        for (String since5 : List.of("2.11.0", "2.11.4", "2.15.1", "3.0")) {
            assertThat(Generation.of(since5)).contains(Generation.STOPS);
        }
        for (String other : List.of("", "hello", "2", "v2.8", "99999999999.1")) {
            assertThat(Generation.of(other)).isEmpty();
        }
    }

    @Test
    void a_pass_key_is_in_no_host_and_in_no_message() {
        var torrent = torrent(
                "https://tracker.example:443/a1b2c3/announce",
                "magnet:?xt=x&tr=udp%3A%2F%2FOther.example%3A80%2Fkey&tr=%zz");
        assertThat(Hosts.of(torrent)).containsExactlyInAnyOrder("tracker.example", "other.example");
        assertThat(Hosts.without("redirect to https://t.example/a1b2c3/announce failed"))
                .isEqualTo("redirect to (address) failed");
        assertThat(Hosts.of(torrent("not an address", null))).isEmpty();
    }

    @Test
    void the_newest_external_address_in_the_log_counts() {
        assertThat(ExternalAddress.newest(List.of(
                        noted("Detected external IP. IP: \"203.0.113.7\""),
                        noted("Successfully listening on IP. IP: \"127.0.0.1\". Port: \"TCP/16882\""),
                        noted("Detected external IP. IP: \"185.65.134.240\""),
                        noted(null))))
                .contains("185.65.134.240");
        assertThat(ExternalAddress.newest(List.of(noted("Detected external IP. IP: \"2001:db8::1\""))))
                .contains("2001:db8::1");
        assertThat(ExternalAddress.newest(List.of(noted("Web UI: Now listening on IP: 127.0.0.1, port: 18081"))))
                .isEmpty();
    }

    private static Noted noted(String message) {
        return new Noted(1, message);
    }

    private static Torrent torrent(String tracker, String magnet) {
        return new Torrent(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, tracker, magnet);
    }
}
