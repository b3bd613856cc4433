package conveyarr.notification.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conveyarr.flow.wire.Json;
import conveyarr.notification.Receiver;
import conveyarr.notification.Receiver.Behaviour;
import conveyarr.notification.channel.ChannelKind;
import conveyarr.notification.channel.ChannelSettings;
import conveyarr.notification.channel.HttpChannelContract;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhookTest implements HttpChannelContract {
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @Override
    public ChannelKind kind() {
        return new WebhookKind();
    }

    @Override
    public Map<String, String> settings(URI url) {
        return Map.of("url", url.resolve("/in-box-of-mine?box=1").toString(), "secret", SECRET);
    }

    @Override
    public List<String> secrets() {
        return List.of(SECRET, "in-box-of-mine");
    }

    @Override
    public Optional<String> person() {
        return Optional.empty();
    }

    /** Any program may take webhooks. */
    @Override
    public boolean knowsItsReceiver() {
        return false;
    }

    @Test
    void markup_is_text_for_the_receiver_to_show() {
        assertThat(wire(HOSTILE).body())
                .contains("\"title\":\"@everyone <!channel> [x](javascript:1) <b>*A*</b> & gnp.exe X-Evil: 1\","
                        + "\"body\":\"_b_ <@123> `c` \\\"q\\\" \\\\ @room\",\"tone\":\"bad\"");
    }

    @Override
    public Behaviour yes() {
        return new Behaviour.Answer(204, Map.of(), "");
    }

    @Test
    void the_signature_is_that_of_the_published_vector() throws IOException {
        try (var in = getClass().getResourceAsStream("/notify/standard-webhooks-vector.json")) {
            var vector = Json.readMap(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            var signature = new Signature(vector.get("secret"));
            long timestamp = Long.parseLong(vector.get("webhook-timestamp"));
            byte[] body = vector.get("body").getBytes(StandardCharsets.UTF_8);
            assertThat(signature.sign(vector.get("webhook-id"), timestamp, body))
                    .isEqualTo(vector.get("webhook-signature"));
        }
    }

    @Test
    void the_receiver_can_check_what_it_gets_and_knows_it_again() {
        try (var receiver = new Receiver(yes())) {
            var channel = open(receiver.url());
            channel.send(AVAILABLE, Optional.empty()).await().atMost(Duration.ofSeconds(20));
            channel.send(AVAILABLE, Optional.empty()).await().atMost(Duration.ofSeconds(20));
            for (var taken : receiver.taken()) {
                assertThat(taken.line()).isEqualTo("POST /in-box-of-mine?box=1 HTTP/1.1");
                assertThat(taken.headers().get("webhook-id"))
                        .isEqualTo(AVAILABLE.event().toString());
                long timestamp = Long.parseLong(taken.headers().get("webhook-timestamp"));
                assertThat(Instant.ofEpochSecond(timestamp))
                        .isBetween(Instant.now().minusSeconds(60), Instant.now());
                byte[] body = taken.body().getBytes(StandardCharsets.UTF_8);
                assertThat(taken.headers().get("webhook-signature"))
                        .isEqualTo(new Signature(SECRET).sign(AVAILABLE.event().toString(), timestamp, body));
                assertThat(taken.body())
                        .isEqualTo("{\"type\":\"library.available.v1\",\"timestamp\":\"2030-01-01T12:00:00Z\","
                                + "\"data\":{\"about\":\"movie:tmdb:603\",\"title\":\"Available: The Matrix (1999)\","
                                + "\"body\":\"Ready to watch in jellyfin.\",\"tone\":\"ok\"}}");
            }
            assertThat(receiver.taken()).hasSize(2);
        }
    }

    @Test
    void a_secret_that_cannot_sign_is_refused_at_start_by_the_name_of_its_key() {
        for (String wrong : new String[] {"whsec_short", "hunter2 hunter2", "whsec_" + "A".repeat(120)}) {
            assertThatThrownBy(() -> new WebhookKind().open(settings("http://receiver/", wrong), POST))
                    .hasMessageContaining("conveyarr.channels.home.secret must be whsec_")
                    .hasMessageNotContaining(wrong);
        }
    }

    private static ChannelSettings settings(String url, String secret) {
        return new ChannelSettings("home", Map.of("url", url, "secret", secret));
    }
}
