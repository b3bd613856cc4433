package conveyarr.notification.channel.pushover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conveyarr.notification.Receiver;
import conveyarr.notification.Receiver.Behaviour;
import conveyarr.notification.channel.*;
import conveyarr.notification.core.Receipt.*;
import java.net.URI;
import java.util.*;
import org.junit.jupiter.api.Test;

class PushoverTest implements HttpChannelContract {
    private static final String TOKEN = "azGDORePK8gMaC0QOYAMyEEuzJnyUi";
    private static final String USER = "uQiRzpo4DXghDmr9QzzfQu27cmVRsG";

    @Override
    public ChannelKind kind() {
        return new PushoverKind();
    }

    @Override
    public Map<String, String> settings(URI url) {
        return Map.of("url", url.resolve("/").toString(), "token", TOKEN, "user", USER);
    }

    @Override
    public List<String> secrets() {
        return List.of(TOKEN, USER);
    }

    @Override
    public Optional<String> person() {
        return Optional.of("gznej3rKEVAvPUxu9vvNnqpmZpokzF");
    }

    @Override
    public Behaviour yes() {
        return Receiver.answer(200, HttpChannelContract.sample("pushover-ok"));
    }

    @Test
    void the_message_is_what_pushover_takes() {
        var taken = wire(AVAILABLE);
        assertThat(taken.line()).isEqualTo("POST /1/messages.json HTTP/1.1");
        assertThat(taken.body())
                .isEqualTo("{\"token\":\"" + TOKEN + "\",\"user\":\"" + USER
                        + "\",\"title\":\"Available: The Matrix (1999)\",\"message\":\"Ready to watch in jellyfin.\","
                        + "\"priority\":0,\"timestamp\":1893499200}");
    }

    /** Without {@code html=1} nothing in it is markup. */
    @Test
    void markup_is_plain_text() {
        assertThat(wire(HOSTILE).body())
                .contains("\"title\":\"@everyone <!channel> [x](javascript:1) <b>*A*</b> & gnp.exe X-Evil: 1\","
                        + "\"message\":\"_b_ <@123> `c` \\\"q\\\" \\\\ @room\",\"priority\":1")
                .doesNotContain("html");
    }

    /** Here 429 is the quota of the month, and a message that comes on the first of the next is worth nothing. */
    @Override
    @Test
    public void too_many_is_for_later_and_the_receiver_says_when() {
        assertThat(send(Receiver.answer(429, "slow down")))
                .isEqualTo(new Never("the messages of this month are used up; it answers HTTP 429: slow down"));
    }

    @Test
    void a_user_who_does_not_exist_is_for_ever() {
        assertThat(send(Receiver.answer(400, HttpChannelContract.sample("pushover-400"))))
                .isInstanceOfSatisfying(
                        Never.class, never -> assertThat(never.reason()).contains("user identifier is invalid"));
    }

    @Test
    void keys_that_are_none_are_refused_at_start_and_not_shown() {
        for (String key : List.of("token", "user")) {
            var settings = new HashMap<>(settings(URI.create("https://api.pushover.net/")));
            settings.put(key, "hunter2");
            assertThatThrownBy(() -> open(settings))
                    .hasMessageStartingWith("conveyarr.channels.home." + key + " must be")
                    .hasMessageNotContaining("hunter2");
        }
    }
}
