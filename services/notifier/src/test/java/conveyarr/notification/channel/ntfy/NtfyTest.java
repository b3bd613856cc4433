package conveyarr.notification.channel.ntfy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conveyarr.notification.Receiver;
import conveyarr.notification.Receiver.Behaviour;
import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.ChannelContract;
import conveyarr.notification.channel.ChannelSettings;
import conveyarr.notification.core.Notification;
import conveyarr.notification.core.Notification.Text;
import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.Never;
import conveyarr.notification.core.Receipt.TryLater;
import conveyarr.notification.core.Tone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NtfyTest implements ChannelContract {
    @Override
    public Channel open(URI url) {
        return open(url, Map.of());
    }

    @Override
    public Behaviour yes() {
        return Receiver.answer(200, sample("ntfy-ok"));
    }

    @Test
    void the_message_is_what_ntfy_takes() {
        try (var receiver = new Receiver(yes())) {
            var channel = open(receiver.url(), Map.of("token", "tk_secret", "click", "https://home.example/requests"));
            channel.send(AVAILABLE, Optional.empty()).await().atMost(Duration.ofSeconds(20));
            var taken = receiver.taken().getFirst();
            assertThat(taken.headers().get("Authorization")).isEqualTo("Bearer tk_secret");
            assertThat(taken.body())
                    .isEqualTo("{\"topic\":\"media\",\"title\":\"Available: The Matrix (1999)\","
                            + "\"message\":\"Ready to watch in jellyfin.\",\"priority\":3,"
                            + "\"tags\":[\"library.available.v1\"],\"click\":\"https://home.example/requests\"}");
        }
    }

    @Test
    void what_needs_a_person_is_urgent_and_without_token_none_is_sent() {
        try (var receiver = new Receiver(yes())) {
            var text = new Text("Needs you: The Matrix", "radarr does not import it.", Tone.BAD);
            open(receiver.url())
                    .send(
                            new Notification(
                                    AVAILABLE.event(), AVAILABLE.about(), AVAILABLE.type(), AVAILABLE.at(), text),
                            Optional.empty())
                    .await()
                    .atMost(Duration.ofSeconds(20));
            var taken = receiver.taken().getFirst();
            assertThat(taken.json(Map.class)).containsEntry("priority", 4).doesNotContainKey("click");
            assertThat(taken.headers()).doesNotContainKey("Authorization");
        }
    }

    @Test
    void its_limit_passes() {
        assertThat(sendTo(Receiver.answer(429, sample("ntfy-429")))).isInstanceOf(TryLater.class);
    }

    @Test
    void a_yes_from_another_program_is_no_success() {
        for (String body : new String[] {"ok", "", "{}", "[]", "null", "{\"status\":\"ok\"}"}) {
            assertThat(sendTo(Receiver.answer(200, body))).isInstanceOf(Never.class);
        }
    }

    @Test
    void a_topic_that_ntfy_would_refuse_is_refused_at_start() {
        var settings = new ChannelSettings("phone", Map.of("url", "http://ntfy/", "topic", "my topic/x"));
        assertThatThrownBy(() -> new NtfyKind().open(settings, POST))
                .hasMessageStartingWith("conveyarr.channels.phone.topic must be");
    }

    /** ntfy takes JSON at its root alone; at a topic's own address it would show the JSON itself. */
    @Test
    void an_address_with_a_path_is_refused_at_start() {
        for (String url : new String[] {"https://ntfy.sh/media", "http://ntfy/media?auth=secret", "http://ntfy//"}) {
            var settings = new ChannelSettings("phone", Map.of("url", url, "topic", "media"));
            assertThatThrownBy(() -> new NtfyKind().open(settings, POST))
                    .hasMessage("conveyarr.channels.phone.url must be the address of the server alone, such as"
                            + " https://ntfy.sh; the topic goes into conveyarr.channels.phone.topic");
        }
        for (String url : new String[] {"https://ntfy.sh", "https://ntfy.sh/", "http://ntfy:8090/?auth=x"}) {
            var settings = new ChannelSettings("phone", Map.of("url", url, "topic", "media"));
            assertThat(new NtfyKind().open(settings, POST).name()).isEqualTo("phone");
        }
    }

    @Test
    void an_address_that_is_none_is_refused_at_start_and_not_shown() {
        var settings = new ChannelSettings("phone", Map.of("url", "ntfy example?auth=secret", "topic", "media"));
        assertThatThrownBy(() -> new NtfyKind().open(settings, POST))
                .hasMessageStartingWith("conveyarr.channels.phone.url is no http or https address")
                .hasMessageNotContaining("secret");
    }

    private Receipt sendTo(Behaviour behaviour) {
        try (var receiver = new Receiver(behaviour)) {
            return open(receiver.url())
                    .send(AVAILABLE, Optional.empty())
                    .await()
                    .atMost(Duration.ofSeconds(20));
        }
    }

    private static Channel open(URI url, Map<String, String> more) {
        var values = new HashMap<>(Map.of("url", url.resolve("/").toString(), "topic", "media"));
        values.putAll(more);
        return new NtfyKind().open(new ChannelSettings("phone", values), POST);
    }

    private static String sample(String name) {
        try (var in = NtfyTest.class.getResourceAsStream("/notify/" + name + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
