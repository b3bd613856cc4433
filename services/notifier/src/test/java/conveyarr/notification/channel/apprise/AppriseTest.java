package conveyarr.notification.channel.apprise;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.notification.Receiver;
import conveyarr.notification.Receiver.Behaviour;
import conveyarr.notification.channel.*;
import conveyarr.notification.core.Receipt.*;
import java.net.URI;
import java.util.*;
import org.junit.jupiter.api.Test;

class AppriseTest implements HttpChannelContract {
    @Override
    public ChannelKind kind() {
        return new AppriseKind();
    }

    @Override
    public Map<String, String> settings(URI url) {
        return Map.of(
                "url",
                "http://me:hunter2hunter2@127.0.0.1:" + url.getPort() + "/",
                "key",
                "family-a1b2c3d4",
                "tag",
                "media");
    }

    /** The contract's other hosts have no port. */
    @Override
    public Channel open(URI url) {
        var settings = new HashMap<>(settings(url));
        if (!"127.0.0.1".equals(url.getHost())) {
            settings.put("url", url.toString());
        }
        return open(settings);
    }

    @Override
    public List<String> secrets() {
        return List.of("family-a1b2c3d4", "hunter2", "bWU6aHVudGVyMmh1bnRlcjI=");
    }

    @Override
    public Optional<String> person() {
        return Optional.of("alice");
    }

    @Override
    public Behaviour yes() {
        return Receiver.answer(200, "{\"error\":null,\"details\":[]}");
    }

    @Test
    void the_message_is_what_apprise_takes() {
        var taken = wire(AVAILABLE);
        assertThat(taken.line()).isEqualTo("POST /notify/family-a1b2c3d4 HTTP/1.1");
        assertThat(taken.headers())
                .containsEntry("Accept", "application/json")
                .containsEntry("Authorization", "Basic bWU6aHVudGVyMmh1bnRlcjI=");
        assertThat(taken.body())
                .isEqualTo("{\"tag\":\"media\",\"title\":\"Available: The Matrix (1999)\","
                        + "\"body\":\"Ready to watch in jellyfin.\",\"type\":\"success\",\"format\":\"text\"}");
    }

    /** Apprise escapes plain text for each of its services. */
    @Test
    void markup_is_plain_text() {
        assertThat(wire(HOSTILE).body())
                .contains("\"title\":\"@everyone <!channel> [x](javascript:1) <b>*A*</b> & gnp.exe X-Evil: 1\","
                        + "\"body\":\"_b_ <@123> `c` \\\"q\\\" \\\\ @room\",\"type\":\"failure\",\"format\":\"text\"");
    }

    @Test
    void targets_of_its_own_are_sent_along_and_never_shown() {
        try (var receiver = new Receiver(new Behaviour.Echo(500))) {
            var settings = Map.of(
                    "url",
                    receiver.url().resolve("/").toString(),
                    "targets",
                    "gotifys://host/tokenA1, tgram://tokenB2/7");
            var channel = open(settings);
            assertThat(ChannelContract.wait(channel.send(AVAILABLE, Optional.empty()))
                            .toString())
                    .doesNotContain("tokenA1", "tokenB2");
            assertThat(receiver.taken().getFirst().line()).isEqualTo("POST /notify/ HTTP/1.1");
            assertThat(receiver.taken().getFirst().body())
                    .startsWith("{\"urls\":\"gotifys://host/tokenA1, tgram://tokenB2/7\",\"title\":");
            assertThat(channel.wrong("alice")).isPresent();
        }
    }

    @Test
    void when_some_targets_have_failed_others_may_have_it() {
        assertThat(send(Receiver.answer(424, HttpChannelContract.sample("apprise-424"))))
                .isInstanceOf(InDoubt.class);
    }

    @Test
    void nothing_there_is_no_success() {
        assertThat(send(new Behaviour.Answer(204, Map.of(), "")))
                .isInstanceOfSatisfying(
                        Never.class, never -> assertThat(never.reason()).contains("no configuration"));
    }
}
