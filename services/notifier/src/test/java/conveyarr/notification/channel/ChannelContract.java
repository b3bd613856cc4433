package conveyarr.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.MediaId;
import conveyarr.notification.core.Notification;
import conveyarr.notification.core.Notification.Text;
import conveyarr.notification.core.OnDoubt;
import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.Delivered;
import conveyarr.notification.core.Receipt.InDoubt;
import conveyarr.notification.core.Receipt.Never;
import conveyarr.notification.core.Receipt.TryLater;
import conveyarr.notification.core.Tone;
import conveyarr.testkit.Ports;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every channel does, whatever it speaks and whatever the receiver does. A new channel passes this. */
public interface ChannelContract {
    /** Shared, and never closed: it ends with the test JVM. */
    Post POST = new Post(Vertx.vertx(), Duration.ofMillis(1500));

    Notification AVAILABLE = told(new Text("Available: The Matrix (1999)", "Ready to watch in jellyfin.", Tone.OK));

    /** What somebody may put into a title to wake everybody, to lead them away or to break our message. */
    Notification HOSTILE = told(new Text(
            "@everyone <!channel> [x](javascript:1) <b>*A*</b> & \u202Egnp.exe\u0007\r\nX-Evil: 1",
            "_b_ <@123> `c` \"q\" \\ @room",
            Tone.BAD));

    Notification CHANGED = new Notification(
            UUID.fromString("7d2a1f0c-1111-5a52-8b6d-2c8c0d0c6f02"),
            AVAILABLE.about(),
            AVAILABLE.type(),
            AVAILABLE.at(),
            new Text("Available: 24 episodes", "Season 1", Tone.OK));

    static Notification told(Text text) {
        return new Notification(
                UUID.fromString("0b8ee33d-2d2f-5a52-8b6d-2c8c0d0c6f01"),
                MediaId.movie(603),
                "library.available.v1",
                Instant.parse("2030-01-01T12:00:00Z"),
                text);
    }

    /** What the receiver does. */
    enum Trouble {
        NONE,
        CUT,
        SILENCE,
        BUSY,
        REFUSAL
    }

    /** A receiver on loopback. */
    interface Place extends AutoCloseable {
        URI url();

        /** Each message that it read to its end, as it came over the wire. */
        List<String> taken();

        @Override
        void close();
    }

    Place place(Trouble trouble);

    ChannelKind kind();

    /** The config of a channel of this kind, called {@code home}, with a receiver there. */
    Map<String, String> settings(URI url);

    /** The words of the config that are never shown. */
    List<String> secrets();

    /** One person's address; empty when the channel has one address for everybody. */
    Optional<String> person();

    default Channel open(URI url) {
        return open(settings(url));
    }

    default Channel open(Map<String, String> settings) {
        return Channels.open(kind(), new ChannelSettings("home", settings), POST);
    }

    default Receipt send(URI url, Notification told) {
        var receipt = wait(open(url).send(told, Optional.empty()));
        assertThat(receipt.toString()).doesNotContain(secrets());
        return receipt;
    }

    static Receipt wait(Uni<Receipt> receipt) {
        return receipt.await().atMost(Duration.ofSeconds(20));
    }

    private Receipt send(Trouble trouble) {
        try (var place = place(trouble)) {
            var receipt = send(place.url(), AVAILABLE);
            assertThat(place.taken()).hasSizeLessThanOrEqualTo(1);
            return receipt;
        }
    }

    @Test
    default void a_receiver_that_says_yes_has_it_once() {
        try (var place = place(Trouble.NONE)) {
            assertThat(send(place.url(), AVAILABLE)).isInstanceOf(Delivered.class);
            assertThat(place.taken()).hasSize(1);
        }
    }

    @Test
    default void a_refused_connection_is_safe_to_try_again() {
        var nobody = URI.create("http://127.0.0.1:" + Ports.free() + "/");
        assertThat(send(nobody, AVAILABLE)).isInstanceOfSatisfying(TryLater.class, later -> assertThat(later.reason())
                .startsWith("no connection to 127.0.0.1"));
    }

    @Test
    default void a_host_that_does_not_exist_is_safe_to_try_again() {
        assertThat(send(URI.create("http://nobody.invalid/"), AVAILABLE)).isInstanceOf(TryLater.class);
    }

    /** There the clouds keep the keys of a machine. */
    @Test
    default void a_link_local_address_is_never_called() {
        assertThat(send(URI.create("http://169.254.169.254/"), AVAILABLE))
                .isEqualTo(new Never("169.254.169.254 is a link-local address, where no message goes"));
    }

    @Test
    default void a_connection_that_is_cut_after_sending_leaves_a_doubt() {
        assertThat(send(Trouble.CUT)).isInstanceOf(InDoubt.class);
    }

    @Test
    default void a_receiver_that_never_answers_leaves_a_doubt() {
        assertThat(send(Trouble.SILENCE)).isInstanceOf(InDoubt.class);
    }

    @Test
    default void a_receiver_that_cannot_now_did_not_take_it() {
        assertThat(send(Trouble.BUSY)).isInstanceOf(TryLater.class);
    }

    @Test
    default void a_refusal_ends_it() {
        assertThat(send(Trouble.REFUSAL)).isInstanceOf(Never.class);
    }

    /** Sending again after a doubt is for those whose receivers know a message by its id: it must be the same to the last sign. */
    @Test
    default void who_sends_again_after_a_doubt_sends_the_same() {
        try (var place = place(Trouble.NONE)) {
            var channel = open(place.url());
            if (channel.onDoubt() != OnDoubt.DROP) {
                wait(channel.send(AVAILABLE, Optional.empty()));
                wait(channel.send(AVAILABLE, Optional.empty()));
                assertThat(place.taken()).hasSize(2);
                assertThat(identity(place.taken().getFirst()))
                        .isEqualTo(identity(place.taken().getLast()));
            }
        }
    }

    /** By what the receiver knows a message again. */
    default String identity(String taken) {
        return taken;
    }

    @Test
    default void hostile_words_break_nothing() {
        String wild = "\uD83C\uDFAC\u202E\u0000\"}]<script>\r\nX-Evil: 1\r\n.\r\n".repeat(2000);
        for (var told : List.of(told(new Text(wild, wild, Tone.BAD)), told(new Text(wild, "", Tone.INFO)), HOSTILE)) {
            try (var place = place(Trouble.NONE)) {
                assertThat(send(place.url(), told)).isInstanceOf(Delivered.class);
                assertThat(place.taken()).hasSize(1);
                assertThat(place.taken().getFirst())
                        .doesNotContain("\nX-Evil", "\u202E", "\\u202e", "\u0000", "\\u0000", "\u0007")
                        .hasSizeLessThan(20_000);
            }
        }
    }

    @Test
    default void a_person_has_an_address_of_her_own_or_nobody_has() {
        try (var place = place(Trouble.NONE)) {
            var channel = open(place.url());
            var to = person();
            if (to.isPresent()) {
                assertThat(channel.wrong(to.get())).isEmpty();
                assertThat(channel.wrong("no address, \r\n <x>")).isPresent();
                assertThat(wait(channel.send(AVAILABLE, to))).isInstanceOf(Delivered.class);
                wait(channel.send(AVAILABLE, Optional.empty()));
                assertThat(place.taken()).hasSize(2).doesNotHaveDuplicates();
            } else {
                assertThat(channel.wrong("somebody")).isPresent();
                assertThat(wait(channel.send(AVAILABLE, Optional.of("somebody"))))
                        .isInstanceOf(Never.class);
                assertThat(place.taken()).isEmpty();
            }
        }
    }

    @Test
    default void what_can_be_changed_is_changed_and_what_cannot_says_so() {
        try (var place = place(Trouble.NONE)) {
            var channel = open(place.url());
            var sent = (Delivered) wait(channel.send(AVAILABLE, Optional.empty()));
            if (channel.edits()) {
                String message = sent.message().orElseThrow();
                assertThat(wait(channel.edit(message, CHANGED, Optional.empty())))
                        .isInstanceOf(Delivered.class);
                assertThat(place.taken()).hasSize(2);
                assertThat(place.taken().getLast()).contains("24 episodes").contains(message.replaceAll(".*/", ""));
            } else {
                assertThat(wait(channel.edit("1", CHANGED, Optional.empty()))).isInstanceOf(Never.class);
                assertThat(place.taken()).hasSize(1);
            }
        }
    }

    /** A variable that leads to a key which the kind does not know would keep the service from starting. */
    @Test
    default void the_plain_variables_lead_to_its_keys() throws IOException {
        var folder = Path.of(getClass()
                        .getResource("/conveyarr/notification/kinds/ntfy")
                        .getPath())
                .getParent();
        var known = new TreeSet<>(kind().takes());
        known.addAll(kind().needs(new ChannelSettings("home", settings(URI.create("http://127.0.0.1:9/")))));
        var led = new TreeSet<String>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var variables = new Properties();
                variables.load(Files.newBufferedReader(file));
                variables.values().stream()
                        .map(key -> key.toString().contains(".") ? key.toString() : file.getFileName() + "." + key)
                        .filter(key -> key.startsWith(kind().kind() + "."))
                        .forEach(key -> led.add(key.substring(kind().kind().length() + 1)));
            }
        }
        assertThat(led).isNotEmpty().isSubsetOf(known);
    }

    @Test
    default void the_config_shows_no_secret() {
        var settings = new ChannelSettings("home", settings(URI.create("http://127.0.0.1:9/")));
        assertThat(settings.toString()).doesNotContain(secrets());
        assertThat(open(URI.create("http://127.0.0.1:9/")).toString()).doesNotContain(secrets());
    }
}
