package conveyarr.notification.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.notification.Receiver.Behaviour;
import conveyarr.notification.channel.*;
import conveyarr.notification.core.Receipt.*;
import java.net.URI;
import java.util.*;
import org.junit.jupiter.api.Test;

class SlackWebhookTest implements HttpChannelContract {
    static final String HOSTILE_BLOCKS =
            "\"text\":\"@everyone &lt;!channel&gt; [x](javascript:1) &lt;b&gt;*A*&lt;/b&gt; &amp; gnp.exe X-Evil: 1\","
                    + "\"mrkdwn\":false,\"parse\":\"none\",\"blocks\":["
                    + "{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"@everyone &lt;!channel&gt; [x]"
                    + "(javascript:1) &lt;b&gt;*A*&lt;/b&gt; &amp; gnp.exe X-Evil: 1\",\"emoji\":false}},"
                    + "{\"type\":\"section\",\"text\":{\"type\":\"plain_text\","
                    + "\"text\":\"_b_ &lt;@123&gt; `c` \\\"q\\\" \\\\ @room\",\"emoji\":false}}]}";

    @Override
    public ChannelKind kind() {
        return new SlackKind();
    }

    @Override
    public Map<String, String> settings(URI url) {
        return Map.of(
                "url",
                url.resolve("/services/T02ABCDEFGH/B02ABCDEFGH/XXXXsecretXXXX").toString());
    }

    @Override
    public List<String> secrets() {
        return List.of("XXXXsecretXXXX", "T02ABCDEFGH", "B02ABCDEFGH");
    }

    @Override
    public Optional<String> person() {
        return Optional.empty();
    }

    @Override
    public Behaviour yes() {
        return new Behaviour.Answer(200, Map.of("Content-Type", "text/html"), "ok");
    }

    @Test
    void markup_and_mentions_are_text() {
        var taken = wire(HOSTILE);
        assertThat(taken.line()).isEqualTo("POST /services/T02ABCDEFGH/B02ABCDEFGH/XXXXsecretXXXX HTTP/1.1");
        assertThat(taken.body()).isEqualTo("{" + HOSTILE_BLOCKS);
    }

    @Test
    void its_own_refusals_are_for_ever() {
        for (var word : Map.of(403, "invalid_token", 404, "no_service", 410, "channel_is_archived")
                .entrySet()) {
            assertThat(send(new Behaviour.Answer(word.getKey(), Map.of(), word.getValue())))
                    .isEqualTo(new Never("it answers HTTP " + word.getKey() + ": " + word.getValue(), true));
        }
    }
}
