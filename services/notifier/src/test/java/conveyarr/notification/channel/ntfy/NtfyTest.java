package conveyarr.notification.channel.ntfy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conveyarr.notification.Receiver;
import conveyarr.notification.Receiver.Behaviour;
import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.ChannelKind;
import conveyarr.notification.channel.ChannelSettings;
import conveyarr.notification.channel.HttpChannelContract;
import conveyarr.notification.core.Notification;
import conveyarr.notification.core.Notification.Text;
import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.Delivered;
import conveyarr.notification.core.Receipt.TryLater;
import conveyarr.notification.core.Tone;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NtfyTest implements HttpChannelContract {
    private static final String SEQUENCE = "a0dc3b12-a085-5d10-b11c-4ed1e95311ec";

    @Override
    public ChannelKind kind() {
        return new NtfyKind();
    }

    @Override
    public Map<String, String> settings(URI url) {
        return Map.of(
                "url", url.resolve("/").toString(), "topic", "media", "token", "tk_AgQdq7mVBoFD37zQVN29RhuMzNIz2");
    }

    @Override
    public List<String> secrets() {
        return List.of("tk_AgQdq7mVBoFD37zQVN29RhuMzNIz2");
    }

    @Override
    public Optional<String> person() {
        return Optional.of("alice-9f8e7d");
    }

    /** A server from 2.16 gives the sequence id back. */
    @Override
    public Behaviour yes() {
        return Receiver.answer(200, sample("ntfy-ok").replaceFirst("\\{", "{\"sequence_id\":\"" + SEQUENCE + "\","));
    }

    @Test
    void markup_is_plain_text() {
        assertThat(wire(HOSTILE).body())
                .contains("\"title\":\"@everyone <!channel> [x](javascript:1) <b>*A*</b> & gnp.exe X-Evil: 1\","
                        + "\"message\":\"_b_ <@123> `c` \\\"q\\\" \\\\ @room\",\"priority\":4")
                .doesNotContain("markdown");
    }

    @Test
    void an_older_server_names_no_message_so_that_nobody_tries_to_change_it() {
        assertThat(sendTo(Receiver.answer(200, sample("ntfy-ok"))))
                .isInstanceOfSatisfying(
                        Delivered.class, yes -> assertThat(yes.message()).isEmpty());
    }

    @Test
    void the_quota_of_the_day_comes_back_at_midnight() {
        var used = "{\"code\":42908,\"http\":429,\"error\":\"limit reached: daily message quota reached\"}";
        assertThat(sendTo(Receiver.answer(429, used))).isInstanceOfSatisfying(TryLater.class, later -> assertThat(
                        later.after().orElseThrow())
                .isBetween(Duration.ZERO, Duration.ofDays(1)));
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
                            + "\"tags\":[\"library.available.v1\"],\"click\":\"https://home.example/requests\","
                            + "\"sequence_id\":\"" + SEQUENCE + "\"}");
        }
    }

    @Test
    void what_needs_a_person_is_urgent_and_without_token_none_is_sent() {
        try (var receiver = new Receiver(yes())) {
            var text = new Text("Needs you: The Matrix", "radarr does not import it.", Tone.BAD);
            open(receiver.url(), Map.of())
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

    private Channel open(URI url, Map<String, String> more) {
        var values = new HashMap<>(Map.of("url", url.resolve("/").toString(), "topic", "media"));
        values.putAll(more);
        return open(values);
    }

    private static String sample(String name) {
        return HttpChannelContract.sample(name);
    }
}
