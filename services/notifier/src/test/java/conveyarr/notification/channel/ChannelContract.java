package conveyarr.notification.channel;

import static conveyarr.notification.Receiver.answer;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.MediaId;
import conveyarr.notification.Receiver;
import conveyarr.notification.Receiver.Behaviour;
import conveyarr.notification.core.Notification;
import conveyarr.notification.core.Notification.Text;
import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.Delivered;
import conveyarr.notification.core.Receipt.InDoubt;
import conveyarr.notification.core.Receipt.Never;
import conveyarr.notification.core.Receipt.TryLater;
import conveyarr.notification.core.Tone;
import conveyarr.testkit.Ports;
import io.vertx.mutiny.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every channel does, whatever the receiver does. A new channel passes this. */
public interface ChannelContract {
    /** Shared, and never closed: it ends with the test JVM. */
    Post POST = new Post(Vertx.vertx(), Duration.ofMillis(700));

    Notification AVAILABLE = new Notification(
            UUID.fromString("0b8ee33d-2d2f-5a52-8b6d-2c8c0d0c6f01"),
            MediaId.movie(603),
            "library.available.v1",
            Instant.parse("2030-01-01T12:00:00Z"),
            new Text("Available: The Matrix (1999)", "Ready to watch in jellyfin.", Tone.OK));

    /** A channel of this kind to that address. */
    Channel open(URI url);

    /** What its receiver says when all is well. */
    Behaviour yes();

    private Receipt send(Behaviour behaviour) {
        try (var receiver = new Receiver(behaviour)) {
            return send(receiver.url(), AVAILABLE);
        }
    }

    private Receipt send(URI url, Notification told) {
        return open(url).send(told, Optional.empty()).await().atMost(Duration.ofSeconds(20));
    }

    @Test
    default void a_receiver_that_says_yes_has_it_once() {
        try (var receiver = new Receiver(yes())) {
            assertThat(send(receiver.url(), AVAILABLE)).isInstanceOf(Delivered.class);
            assertThat(receiver.taken()).hasSize(1);
            assertThat(receiver.taken().getFirst().headers().get("Content-Type"))
                    .isEqualTo("application/json");
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

    @Test
    default void a_connection_that_is_cut_after_sending_leaves_a_doubt() {
        assertThat(send(new Behaviour.Cut())).isInstanceOf(InDoubt.class);
    }

    @Test
    default void a_receiver_that_never_answers_leaves_a_doubt() {
        assertThat(send(new Behaviour.Silence())).isInstanceOf(InDoubt.class);
    }

    @Test
    default void an_answer_without_end_is_not_read_to_its_end() {
        assertThat(send(new Behaviour.Flood())).isNotInstanceOf(TryLater.class);
    }

    /** It may have taken the message before it failed; and a gateway in front of it does not know. */
    @Test
    default void an_error_of_the_receiver_leaves_a_doubt() {
        assertThat(send(answer(500, "{\"error\":\"out of order\"}")))
                .isEqualTo(new InDoubt("it answers HTTP 500: {\"error\":\"out of order\"}"));
        for (int status : new int[] {408, 501, 502, 504, 520, 524}) {
            assertThat(send(answer(status, ""))).isEqualTo(new InDoubt("it answers HTTP " + status));
        }
    }

    @Test
    default void a_receiver_that_is_not_ready_did_not_take_it() {
        for (int status : new int[] {425, 503}) {
            assertThat(send(answer(status, ""))).isEqualTo(new TryLater(Optional.empty(), "it answers HTTP " + status));
        }
    }

    @Test
    default void too_many_is_for_later_and_the_receiver_says_when() {
        assertThat(send(limited("120")))
                .isEqualTo(new TryLater(Optional.of(Duration.ofMinutes(2)), "it answers HTTP 429: slow down"));
        assertThat(send(answer(429, "slow down")))
                .isEqualTo(new TryLater(Optional.empty(), "it answers HTTP 429: slow down"));
        assertThat(send(limited("soon"))).isEqualTo(new TryLater(Optional.empty(), "it answers HTTP 429: slow down"));
    }

    @Test
    default void the_receiver_may_say_when_as_a_date() {
        var date = ZonedDateTime.now(ZoneOffset.UTC).plusHours(2).format(DateTimeFormatter.RFC_1123_DATE_TIME);
        assertThat(send(limited(date))).isInstanceOfSatisfying(TryLater.class, later -> assertThat(
                        later.after().orElseThrow())
                .isBetween(Duration.ofMinutes(119), Duration.ofMinutes(121)));
    }

    @Test
    default void a_refusal_is_for_ever() {
        for (int status : new int[] {400, 401, 403, 404, 410, 413}) {
            assertThat(send(answer(status, "no"))).isEqualTo(new Never("it answers HTTP " + status + ": no"));
        }
    }

    @Test
    default void a_redirect_is_not_followed_and_not_a_success() {
        try (var elsewhere = new Receiver(yes())) {
            var redirect =
                    new Behaviour.Answer(302, Map.of("Location", elsewhere.url().toString()), "");
            assertThat(send(redirect)).isInstanceOf(TryLater.class);
            assertThat(elsewhere.taken()).isEmpty();
        }
    }

    @Test
    default void a_web_page_is_not_a_success() {
        var page = new Behaviour.Answer(
                200, Map.of("Content-Type", "text/html"), "\n<!DOCTYPE html><html><title>Sign in</title></html>");
        assertThat(send(page)).isEqualTo(new Never("it answers with a web page (HTTP 200); is the url right?"));
    }

    @Test
    default void the_longest_and_wildest_words_are_taken() {
        String wild = "\uD83C\uDFAC\u202E\u0000\"}]<script>\r\nX-Evil: 1".repeat(2000);
        var told = new Notification(
                AVAILABLE.event(), AVAILABLE.about(), AVAILABLE.type(), AVAILABLE.at(), new Text(wild, wild, Tone.BAD));
        try (var receiver = new Receiver(yes())) {
            assertThat(send(receiver.url(), told)).isInstanceOf(Delivered.class);
            var taken = receiver.taken().getFirst();
            assertThat(taken.headers()).doesNotContainKey("X-Evil");
            assertThat(taken.body().length()).isLessThan(20_000);
            taken.json(Map.class);
        }
    }

    private static Behaviour limited(String retryAfter) {
        return new Behaviour.Answer(429, Map.of("Retry-After", retryAfter), "slow down");
    }
}
