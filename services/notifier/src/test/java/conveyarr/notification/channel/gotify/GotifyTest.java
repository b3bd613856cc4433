package conveyarr.notification.channel.gotify;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.notification.Receiver;
import conveyarr.notification.Receiver.Behaviour;
import conveyarr.notification.channel.*;
import conveyarr.notification.core.Receipt.*;
import java.net.URI;
import java.util.*;
import org.junit.jupiter.api.Test;

class GotifyTest implements HttpChannelContract {
    @Override
    public ChannelKind kind() {
        return new GotifyKind();
    }

    @Override
    public Map<String, String> settings(URI url) {
        return Map.of("url", url.resolve("/gotify/").toString(), "token", "AbCdEfGh.1234567");
    }

    @Override
    public List<String> secrets() {
        return List.of("AbCdEfGh.1234567");
    }

    @Override
    public Optional<String> person() {
        return Optional.of("ZyXwVuTs.7654321");
    }

    /** Her token is in a header. */
    @Override
    public Place place(Trouble trouble) {
        var place = (HttpPlace) HttpChannelContract.super.place(trouble);
        return new Place() {
            @Override
            public URI url() {
                return place.url();
            }

            @Override
            public List<String> taken() {
                return place.receiver().taken().stream()
                        .map(message -> message.headers().get("X-Gotify-Key") + message.body())
                        .toList();
            }

            @Override
            public void close() {
                place.close();
            }
        };
    }

    @Override
    public Behaviour yes() {
        return Receiver.answer(200, HttpChannelContract.sample("gotify-ok"));
    }

    @Test
    void the_message_is_what_gotify_takes() {
        var taken = wire(AVAILABLE);
        assertThat(taken.line()).isEqualTo("POST /gotify/message HTTP/1.1");
        assertThat(taken.headers()).containsEntry("X-Gotify-Key", "AbCdEfGh.1234567");
        assertThat(taken.body())
                .isEqualTo("{\"title\":\"Available: The Matrix (1999)\",\"message\":\"Ready to watch in jellyfin.\","
                        + "\"priority\":5,\"extras\":{\"client::display\":{\"contentType\":\"text/plain\"}}}");
    }

    @Test
    void markup_is_plain_text() {
        assertThat(wire(HOSTILE).body())
                .contains("\"title\":\"@everyone <!channel> [x](javascript:1) <b>*A*</b> & gnp.exe X-Evil: 1\","
                        + "\"message\":\"_b_ <@123> `c` \\\"q\\\" \\\\ @room\",\"priority\":8")
                .contains("\"contentType\":\"text/plain\"");
    }

    @Test
    void a_wrong_token_is_for_ever() {
        assertThat(send(Receiver.answer(401, HttpChannelContract.sample("gotify-401"))))
                .isInstanceOfSatisfying(
                        Never.class, never -> assertThat(never.reason()).contains("Unauthorized"));
    }
}
