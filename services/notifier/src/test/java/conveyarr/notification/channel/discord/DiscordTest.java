package conveyarr.notification.channel.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conveyarr.notification.Receiver;
import conveyarr.notification.Receiver.Behaviour;
import conveyarr.notification.channel.*;
import conveyarr.notification.core.Receipt.*;
import java.net.URI;
import java.time.Duration;
import java.util.*;
import org.junit.jupiter.api.Test;

class DiscordTest implements HttpChannelContract {
    private static final String TOKEN = "tok-EN_of-this-webhook-0123456789";

    @Override
    public ChannelKind kind() {
        return new DiscordKind();
    }

    @Override
    public Map<String, String> settings(URI url) {
        return Map.of(
                "url", url.resolve("/api/webhooks/123456789012345678/" + TOKEN).toString());
    }

    @Override
    public List<String> secrets() {
        return List.of(TOKEN, "123456789012345678");
    }

    @Override
    public Optional<String> person() {
        return Optional.of("80351110224678912");
    }

    @Override
    public Behaviour yes() {
        return Receiver.answer(200, "{\"id\":\"1111222233334444555\",\"type\":0,\"content\":\"\"}");
    }

    @Test
    void the_message_is_what_discord_takes() {
        var taken = wire(AVAILABLE);
        assertThat(taken.line()).isEqualTo("POST /api/webhooks/123456789012345678/" + TOKEN + "?wait=true HTTP/1.1");
        assertThat(taken.body())
                .isEqualTo("{\"username\":\"Conveyarr\",\"content\":\"\",\"embeds\":[{"
                        + "\"title\":\"Available: The Matrix (1999)\",\"description\":\"Ready to watch in jellyfin.\","
                        + "\"color\":5763719,\"timestamp\":\"2030-01-01T12:00:00Z\"}],"
                        + "\"allowed_mentions\":{\"parse\":[],\"users\":[]}}");
    }

    @Test
    void markup_and_mentions_are_text_and_wake_nobody() {
        assertThat(wire(HOSTILE).body())
                .contains(
                        "\"title\":\"\\\\@everyone \\\\<!channel\\\\> \\\\[x\\\\](javascript:1) \\\\<b\\\\>\\\\*A\\\\*"
                                + "\\\\</b\\\\> & gnp.exe X-Evil: 1\"")
                .contains("\"description\":\"\\\\_b\\\\_ \\\\<\\\\@123\\\\> \\\\`c\\\\` \\\"q\\\" \\\\\\\\ \\\\@room\"")
                .contains("\"allowed_mentions\":{\"parse\":[],\"users\":[]}");
    }

    @Test
    void the_one_person_is_mentioned_and_nobody_else() {
        try (var receiver = new Receiver(yes())) {
            ChannelContract.wait(open(receiver.url()).send(HOSTILE, person()));
            assertThat(receiver.taken().getFirst().body())
                    .contains("\"content\":\"<@80351110224678912>\"")
                    .contains("\"allowed_mentions\":{\"parse\":[],\"users\":[\"80351110224678912\"]}");
        }
    }

    @Test
    void its_limits_hold_with_the_escapes() {
        var told = ChannelContract.told(new conveyarr.notification.core.Notification.Text(
                "*".repeat(500), "_".repeat(9000), conveyarr.notification.core.Tone.BAD));
        var embed = conveyarr.flow.wire.Json.read(wire(told).bytes(), com.fasterxml.jackson.databind.JsonNode.class)
                .path("embeds")
                .path(0);
        assertThat(embed.path("title").asText()).hasSizeLessThanOrEqualTo(256).endsWith("\\*…");
        assertThat(embed.path("description").asText()).hasSizeLessThanOrEqualTo(4096);
    }

    @Test
    void a_message_is_changed_in_its_thread() {
        try (var receiver = new Receiver(yes())) {
            var settings = new HashMap<>(settings(receiver.url()));
            settings.put("thread", "42");
            var channel = open(settings);
            ChannelContract.wait(channel.send(AVAILABLE, Optional.empty()));
            ChannelContract.wait(channel.edit("1111222233334444555", CHANGED, Optional.empty()));
            assertThat(receiver.taken())
                    .extracting(Receiver.Message::line)
                    .containsExactly(
                            "POST /api/webhooks/123456789012345678/" + TOKEN + "?wait=true&thread_id=42 HTTP/1.1",
                            "PATCH /api/webhooks/123456789012345678/" + TOKEN
                                    + "/messages/1111222233334444555?thread_id=42 HTTP/1.1");
        }
    }

    @Test
    void it_waits_as_long_as_the_longest_of_its_words_says() {
        assertThat(limited(Map.of())).contains(Duration.ofMillis(412));
        assertThat(limited(Map.of("Retry-After", "1"))).contains(Duration.ofSeconds(1));
        assertThat(limited(Map.of("X-RateLimit-Remaining", "0"))).contains(Duration.ofMillis(412));
        assertThat(limited(Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset-After", "0.2", "Retry-After", "3")))
                .contains(Duration.ofSeconds(3));
        assertThat(limited(Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset-After", "7", "Retry-After", "3")))
                .contains(Duration.ofSeconds(7));
    }

    private Optional<Duration> limited(Map<String, String> headers) {
        return ((TryLater) send(new Behaviour.Answer(429, headers, HttpChannelContract.sample("discord-429")))).after();
    }

    /** Of each route a few messages are free; the answer to the last of them says so. */
    @Test
    void it_waits_when_the_last_free_message_of_the_route_is_used() {
        var last = new Behaviour.Answer(
                200, Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset-After", "1.75"), "{\"id\":\"1\"}");
        try (var receiver = new Receiver(last)) {
            var channel = open(receiver.url());
            assertThat(ChannelContract.wait(channel.send(AVAILABLE, Optional.empty())))
                    .isInstanceOf(Delivered.class);
            assertThat(ChannelContract.wait(channel.send(CHANGED, Optional.empty())))
                    .isInstanceOfSatisfying(
                            TryLater.class, later -> assertThat(later.after().orElseThrow())
                                    .isBetween(Duration.ofMillis(1), Duration.ofMillis(1750)));
            assertThat(receiver.taken()).hasSize(1);
        }
    }

    @Test
    void a_webhook_that_is_gone_and_a_body_that_is_wrong_are_for_ever() {
        assertThat(send(Receiver.answer(404, HttpChannelContract.sample("discord-404"))))
                .isInstanceOfSatisfying(
                        Never.class, never -> assertThat(never.reason()).contains("Unknown Webhook"));
        assertThat(send(Receiver.answer(400, HttpChannelContract.sample("discord-400"))))
                .isInstanceOfSatisfying(
                        Never.class, never -> assertThat(never.reason()).contains("Invalid Form Body"));
    }

    @Test
    void an_address_that_is_no_webhook_is_refused_at_start_and_not_shown() {
        for (String path : List.of("/api/webhooks/1/" + TOKEN + "/slack", "/channels/1/2", "/")) {
            var settings = Map.of("url", "https://discord.com" + path);
            assertThatThrownBy(() -> open(settings))
                    .hasMessageStartingWith("conveyarr.channels.home.url must be the address of a webhook")
                    .hasMessageNotContaining(TOKEN);
        }
    }
}
