package conveyarr.notification.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conveyarr.notification.Receiver;
import conveyarr.notification.Receiver.Behaviour;
import conveyarr.notification.channel.*;
import conveyarr.notification.core.Receipt.*;
import java.net.URI;
import java.util.*;
import org.junit.jupiter.api.Test;

class SlackBotTest implements HttpChannelContract {
    private static final String TOKEN = "xoxb-123456789012-abcDEF";

    @Override
    public ChannelKind kind() {
        return new SlackKind();
    }

    @Override
    public Map<String, String> settings(URI url) {
        return Map.of("url", url.resolve("/").toString(), "token", TOKEN, "room", "C024BE91L");
    }

    @Override
    public List<String> secrets() {
        return List.of(TOKEN);
    }

    @Override
    public Optional<String> person() {
        return Optional.of("U024BE7LH");
    }

    @Override
    public Behaviour yes() {
        return Receiver.answer(200, "{\"ok\":true,\"channel\":\"C024BE91L\",\"ts\":\"1503435956.000247\"}");
    }

    @Test
    void the_message_is_what_slack_takes() {
        var taken = wire(HOSTILE);
        assertThat(taken.line()).isEqualTo("POST /api/chat.postMessage HTTP/1.1");
        assertThat(taken.headers())
                .containsEntry("Authorization", "Bearer " + TOKEN)
                .containsEntry("Content-Type", "application/json; charset=utf-8");
        assertThat(taken.body()).isEqualTo("{\"channel\":\"C024BE91L\"," + SlackWebhookTest.HOSTILE_BLOCKS);
    }

    @Test
    void a_message_is_changed_in_the_room_where_it_is() {
        try (var receiver = new Receiver(yes())) {
            ChannelContract.wait(open(receiver.url()).edit("D999999/1503435956.000247", CHANGED, person()));
            assertThat(receiver.taken().getFirst().line()).isEqualTo("POST /api/chat.update HTTP/1.1");
            assertThat(receiver.taken().getFirst().body())
                    .startsWith(
                            "{\"channel\":\"D999999\",\"ts\":\"1503435956.000247\",\"text\":\"Available: 24 episodes\"");
        }
    }

    /** Slack says HTTP 200 to nearly everything. */
    @Test
    void the_word_in_the_json_counts() {
        assertThat(says("channel_not_found")).isEqualTo(new Never("Slack says channel_not_found"));
        assertThat(says("invalid_auth")).isEqualTo(new Never("Slack says invalid_auth"));
        assertThat(says("ratelimited")).isEqualTo(new TryLater(Optional.empty(), "Slack says ratelimited"));
        assertThat(says("internal_error")).isEqualTo(new InDoubt("Slack says internal_error"));
    }

    private conveyarr.notification.core.Receipt says(String error) {
        return send(Receiver.answer(200, "{\"ok\":false,\"error\":\"" + error + "\"}"));
    }

    @Test
    void a_bot_needs_a_room() {
        var kind = new SlackKind();
        assertThat(kind.needs(new ChannelSettings("home", Map.of("token", TOKEN))))
                .containsExactlyInAnyOrder("token", "room");
        assertThatThrownBy(() -> open(Map.of("token", TOKEN, "room", "#general")))
                .hasMessageStartingWith("conveyarr.channels.home.room must be the id");
    }
}
