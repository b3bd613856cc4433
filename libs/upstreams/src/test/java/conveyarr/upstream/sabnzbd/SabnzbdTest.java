package conveyarr.upstream.sabnzbd;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conveyarr.upstream.At;
import conveyarr.upstream.DownloadClient;
import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.FakeServer;
import conveyarr.upstream.FakeServer.Answer;
import conveyarr.upstream.Samples;
import conveyarr.upstream.UpstreamContract;
import conveyarr.upstream.UpstreamKind;
import conveyarr.upstream.UpstreamTrouble.Refused;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On answers written from the source of 5.0.0. */
@QuarkusTest
class SabnzbdTest implements UpstreamContract {
    @Override
    public UpstreamKind kind() {
        return new SabnzbdKind();
    }

    @Test
    void queue_and_history_are_one_list_and_the_key_is_never_in_the_address() {
        try (var server = new FakeServer()) {
            server.on(
                    "/api", asked -> Answer.json(sample(asked.body().contains("mode=history") ? "history" : "queue")));
            var look = open(server).look().await().atMost(ofSeconds(5));
            assertThat(look.transfers())
                    .extracting(job -> job.hash() + " " + job.progress().phase())
                    .containsExactlyInAnyOrder("SABnzbd_nzo_p86tgx DONE", "SABnzbd_nzo_x1y2z3 BROKEN");
            assertThat(look.transfers().getLast().facts().trouble().orElseThrow())
                    .startsWith("Aborted");
            assertThat(look.standing().freeBytes().orElseThrow()).isEqualTo(Math.round(70.12 * (1 << 30)));
            assertThat(server.asked())
                    .allMatch(asked -> !asked.pathAndQuery().contains(At.SECRET))
                    .allMatch(asked -> asked.body().contains("apikey=" + At.SECRET));
        }
    }

    @Test
    void a_history_in_which_nothing_changed_keeps_what_was_known() {
        try (var server = new FakeServer()) {
            server.on(
                    "/api",
                    asked -> Answer.json(sample(
                            asked.body().contains("last_history_update=2")
                                    ? "history-unchanged"
                                    : asked.body().contains("mode=history") ? "history" : "queue-paused")));
            var client = open(server);
            client.look().await().atMost(ofSeconds(5));
            var again = client.look().await().atMost(ofSeconds(5));
            assertThat(again.transfers())
                    .extracting(job -> job.progress().phase())
                    .contains(Phase.DONE, Phase.BROKEN);
            assertThat(again.standing().paused()).contains("");
        }
    }

    @Test
    void a_wrong_key_and_an_unknown_name_are_told_apart() {
        assertThatThrownBy(() -> probe("API Key Incorrect"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not the NZB key")
                .hasMessageNotContaining(At.SECRET);
        assertThatThrownBy(
                        () -> probe("Access denied - Hostname verification failed: https://sabnzbd.org/hostname-check"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("host_whitelist");
    }

    private void probe(String words) {
        try (var server = new FakeServer().on("/api", new Answer(403, Map.of("Content-Type", "text/html"), words))) {
            open(server).probe().await().atMost(ofSeconds(5));
        }
    }

    private static DownloadClient open(FakeServer server) {
        return (DownloadClient) new SabnzbdKind().open("sabnzbd", At.url(server.url()));
    }

    private static String sample(String name) {
        return Samples.text("sabnzbd/5.0.0-source/" + name + ".json");
    }
}
