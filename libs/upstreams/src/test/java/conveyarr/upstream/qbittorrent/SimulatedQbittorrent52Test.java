package conveyarr.upstream.qbittorrent;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.simulator.qbittorrent.Profile;
import conveyarr.simulator.qbittorrent.Qbittorrent;
import conveyarr.upstream.At;
import conveyarr.upstream.DownloadClient;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 5.2, by API key. */
@QuarkusTest
class SimulatedQbittorrent52Test extends SimulatedQbittorrent {
    @Override
    Profile profile() {
        return Profile.V5_2;
    }

    @Override
    At credentials(At at, Qbittorrent simulated) {
        return at.key(Qbittorrent.API_KEY);
    }

    @Test
    void an_account_works_as_well_and_a_wrong_key_beside_it_does_no_harm() {
        var other = stack.qbittorrent();
        var at = At.url(other.url().toString()).login(other.user(), other.password());
        for (At each : List.of(at, at.key("qbt_wrong"))) {
            var client = (DownloadClient) new QbittorrentKind().open("qbittorrent", each);
            assertThat(client.look().await().atMost(SOON).transfers()).isEmpty();
        }
        assertThat(other.faults().badLogins()).isZero();
    }
}
