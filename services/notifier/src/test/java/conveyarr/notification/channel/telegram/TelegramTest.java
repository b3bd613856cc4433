package conveyarr.notification.channel.telegram;

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

class TelegramTest implements HttpChannelContract {
    private static final String TOKEN = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11";

    @Override
    public ChannelKind kind() {
        return new TelegramKind();
    }

    @Override
    public Map<String, String> settings(URI url) {
        return Map.of("url", url.resolve("/").toString(), "token", TOKEN, "chat", "-1001234567890");
    }

    @Override
    public List<String> secrets() {
        return List.of(TOKEN, "ABC-DEF1234ghIkl-zyx57W2v1u123ew11");
    }

    @Override
    public Optional<String> person() {
        return Optional.of("4711");
    }

    @Override
    public Behaviour yes() {
        return Receiver.answer(200, HttpChannelContract.sample("telegram-ok"));
    }

    @Test
    void the_message_is_what_telegram_takes() {
        var taken = wire(AVAILABLE);
        assertThat(taken.line()).isEqualTo("POST /bot" + TOKEN + "/sendMessage HTTP/1.1");
        assertThat(taken.body())
                .isEqualTo("{\"chat_id\":-1001234567890,"
                        + "\"text\":\"<b>Available: The Matrix (1999)</b>\\nReady to watch in jellyfin.\","
                        + "\"parse_mode\":\"HTML\",\"link_preview_options\":{\"is_disabled\":true},"
                        + "\"disable_notification\":false}");
    }

    @Test
    void markup_and_names_are_text() {
        assertThat(wire(HOSTILE).body())
                .contains(
                        "\"text\":\"<b>@\u2060everyone &lt;!channel&gt; [x](javascript:1) &lt;b&gt;*A*&lt;/b&gt; &amp; "
                                + "gnp.exe X-Evil: 1</b>\\n_b_ &lt;@\u2060123&gt; `c` &quot;q&quot; \\\\ @\u2060room\"");
    }

    @Test
    void a_message_is_changed_and_a_change_that_was_made_before_is_a_success() {
        try (var receiver = new Receiver(yes())) {
            var channel = open(receiver.url());
            ChannelContract.wait(channel.edit("42", CHANGED, Optional.empty()));
            assertThat(receiver.taken().getFirst().line()).endsWith("/editMessageText HTTP/1.1");
            assertThat(receiver.taken().getFirst().body())
                    .isEqualTo("{\"chat_id\":-1001234567890,\"message_id\":42,"
                            + "\"text\":\"<b>Available: 24 episodes</b>\\nSeason 1\",\"parse_mode\":\"HTML\","
                            + "\"link_preview_options\":{\"is_disabled\":true}}");
            receiver.from_now_on(Receiver.answer(
                    400,
                    "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: message is not modified: specified"
                            + " new message content is the same\"}"));
            assertThat(ChannelContract.wait(channel.edit("42", CHANGED, Optional.empty())))
                    .isInstanceOf(Delivered.class);
        }
    }

    @Test
    void it_waits_as_long_as_the_json_says() {
        assertThat(send(Receiver.answer(429, HttpChannelContract.sample("telegram-429"))))
                .isInstanceOfSatisfying(
                        TryLater.class, later -> assertThat(later.after()).contains(Duration.ofSeconds(34)));
    }

    @Test
    void a_group_that_has_moved_is_written_to_where_it_is_now() {
        try (var receiver = new Receiver(Receiver.answer(400, HttpChannelContract.sample("telegram-400-migrated")))) {
            var settings = new HashMap<>(settings(receiver.url()));
            settings.put("chat", "-4711");
            var channel = open(settings);
            assertThat(ChannelContract.wait(channel.send(AVAILABLE, Optional.empty())))
                    .isInstanceOf(TryLater.class);
            receiver.from_now_on(yes());
            assertThat(ChannelContract.wait(channel.send(AVAILABLE, Optional.empty())))
                    .isInstanceOf(Delivered.class);
            assertThat(receiver.taken().getLast().body()).startsWith("{\"chat_id\":-1001234567890,");
        }
    }

    @Test
    void who_has_blocked_the_bot_is_not_written_to_again() {
        assertThat(send(Receiver.answer(403, HttpChannelContract.sample("telegram-403"))))
                .isInstanceOfSatisfying(
                        Never.class, never -> assertThat(never.reason()).contains("blocked by the user"));
    }

    @Test
    void values_that_telegram_would_refuse_are_refused_at_start_and_not_shown() {
        var good = settings(URI.create("https://api.telegram.org/"));
        for (var wrong : Map.of("token", "hunter2hunter2", "chat", "my chat", "thread", "x")
                .entrySet()) {
            var settings = new HashMap<>(good);
            settings.put(wrong.getKey(), wrong.getValue());
            assertThatThrownBy(() -> open(settings))
                    .hasMessageStartingWith("conveyarr.channels.home." + wrong.getKey() + " must be")
                    .hasMessageNotContaining("hunter2");
        }
    }
}
