package conveyarr.notification.channel.matrix;

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

class MatrixTest implements HttpChannelContract {
    private static final String TOKEN = "syt_bWVkaWE_verysecrettoken_0aBcDe";

    @Override
    public ChannelKind kind() {
        return new MatrixKind();
    }

    @Override
    public Map<String, String> settings(URI url) {
        return Map.of("url", url.resolve("/").toString(), "token", TOKEN, "room", "!OGEhHVWSdvArJzumhm:example.org");
    }

    @Override
    public List<String> secrets() {
        return List.of(TOKEN);
    }

    @Override
    public Optional<String> person() {
        return Optional.of("!herOwnRoom1234:example.org");
    }

    @Override
    public Behaviour yes() {
        return Receiver.answer(200, HttpChannelContract.sample("matrix-ok"));
    }

    @Test
    void the_message_is_what_a_homeserver_takes() {
        var taken = wire(AVAILABLE);
        assertThat(taken.line())
                .matches("PUT /_matrix/client/v3/rooms/%21OGEhHVWSdvArJzumhm%3Aexample.org/send/m.room.message/"
                        + "[0-9a-f-]{36} HTTP/1.1");
        assertThat(taken.headers()).containsEntry("Authorization", "Bearer " + TOKEN);
        assertThat(taken.body())
                .isEqualTo(
                        "{\"msgtype\":\"m.text\",\"body\":\"Available: The Matrix (1999)\\nReady to watch in jellyfin.\","
                                + "\"format\":\"org.matrix.custom.html\",\"formatted_body\":\"<b>Available: The Matrix (1999)</b>"
                                + "<br>Ready to watch in jellyfin.\",\"m.mentions\":{}}");
    }

    @Test
    void markup_and_mentions_are_text_and_wake_nobody() {
        assertThat(wire(HOSTILE).body())
                .contains(
                        "\"formatted_body\":\"<b>@everyone &lt;!channel&gt; [x](javascript:1) &lt;b&gt;*A*&lt;/b&gt; &amp; "
                                + "gnp.exe X-Evil: 1</b><br>_b_ &lt;@123&gt; `c` &quot;q&quot; \\\\ @room\"")
                .contains("\"m.mentions\":{}");
    }

    @Test
    void the_transaction_is_the_same_for_the_same_message_and_for_no_other() {
        try (var receiver = new Receiver(yes())) {
            var channel = open(receiver.url());
            ChannelContract.wait(channel.send(AVAILABLE, Optional.empty()));
            ChannelContract.wait(channel.send(AVAILABLE, Optional.empty()));
            ChannelContract.wait(channel.send(AVAILABLE, person()));
            ChannelContract.wait(channel.send(CHANGED, Optional.empty()));
            ChannelContract.wait(channel.edit("$YUwRidLecu:example.org", CHANGED, Optional.empty()));
            var transactions = receiver.taken().stream()
                    .map(taken -> taken.line().split(" ")[1])
                    .toList();
            assertThat(transactions.get(0)).isEqualTo(transactions.get(1));
            assertThat(new HashSet<>(transactions)).hasSize(4);
        }
    }

    @Test
    void a_change_takes_the_place_of_the_message() {
        try (var receiver = new Receiver(yes())) {
            ChannelContract.wait(open(receiver.url()).edit("$YUwRidLecu:example.org", CHANGED, Optional.empty()));
            assertThat(receiver.taken().getFirst().body())
                    .contains("\"body\":\"* Available: 24 episodes\\nSeason 1\"")
                    .contains(
                            "\"m.new_content\":{\"msgtype\":\"m.text\",\"body\":\"Available: 24 episodes\\nSeason 1\"")
                    .contains("\"m.relates_to\":{\"rel_type\":\"m.replace\",\"event_id\":\"$YUwRidLecu:example.org\"}");
        }
    }

    @Test
    void it_waits_as_long_as_the_json_says() {
        assertThat(send(Receiver.answer(429, HttpChannelContract.sample("matrix-429"))))
                .isInstanceOfSatisfying(
                        TryLater.class, later -> assertThat(later.after()).contains(Duration.ofSeconds(2)));
    }

    @Test
    void the_name_of_a_room_is_not_its_id() {
        var settings = new HashMap<>(settings(URI.create("https://matrix.example.org/")));
        settings.put("room", "#media:example.org");
        assertThatThrownBy(() -> open(settings))
                .hasMessageStartingWith("conveyarr.channels.home.room must be the id of a room");
    }
}
