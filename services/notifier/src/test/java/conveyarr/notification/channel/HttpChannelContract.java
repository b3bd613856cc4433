package conveyarr.notification.channel;

import static conveyarr.notification.Receiver.answer;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.notification.Receiver;
import conveyarr.notification.Receiver.Behaviour;
import conveyarr.notification.core.Notification;
import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.InDoubt;
import conveyarr.notification.core.Receipt.Never;
import conveyarr.notification.core.Receipt.TryLater;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What every channel that speaks HTTP does besides. */
public interface HttpChannelContract extends ChannelContract {
    /** What its receiver says when all is well. */
    Behaviour yes();

    /** Whether it can tell its receiver from another program that says yes. */
    default boolean knowsItsReceiver() {
        return true;
    }

    @Override
    default Place place(Trouble trouble) {
        var receiver = new Receiver(
                switch (trouble) {
                    case NONE -> yes();
                    case CUT -> new Behaviour.Cut();
                    case SILENCE -> new Behaviour.Silence();
                    case BUSY -> new Behaviour.Answer(503, Map.of("Retry-After", "1"), "");
                    case REFUSAL -> answer(403, "no");
                });
        return new HttpPlace(receiver);
    }

    /** A receiver as the contract sees it. */
    record HttpPlace(Receiver receiver) implements Place {
        @Override
        public URI url() {
            return receiver.url();
        }

        @Override
        public List<String> taken() {
            return receiver.taken().stream()
                    .map(message -> message.line() + "\n" + message.body())
                    .toList();
        }

        @Override
        public void close() {
            receiver.close();
        }
    }

    default Receipt send(Behaviour behaviour) {
        try (var receiver = new Receiver(behaviour)) {
            return send(receiver.url(), AVAILABLE);
        }
    }

    /** The one message that goes out for this. */
    default Receiver.Message wire(Notification told) {
        try (var receiver = new Receiver(yes())) {
            send(receiver.url(), told);
            return receiver.taken().getFirst();
        }
    }

    static String sample(String name) {
        try (var in = HttpChannelContract.class.getResourceAsStream("/notify/" + name + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever tries a channel wants to see what it says. */
    @Test
    default void a_yes_carries_the_receivers_words() {
        assertThat(send(yes())).isInstanceOfSatisfying(Receipt.Delivered.class, yes -> assertThat(yes.said())
                .startsWith("it answers HTTP 2"));
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
        for (int status : new int[] {408, 501, 502, 503, 504, 520, 524}) {
            assertThat(send(answer(status, "<html><h1>Sorry</h1></html>")))
                    .isEqualTo(new InDoubt("it answers HTTP " + status));
        }
    }

    @Test
    default void a_receiver_that_is_not_ready_says_so() {
        assertThat(send(answer(425, ""))).isEqualTo(new TryLater(Optional.empty(), "it answers HTTP 425"));
        assertThat(send(new Behaviour.Answer(503, Map.of("Retry-After", "30"), "")))
                .isEqualTo(new TryLater(Optional.of(Duration.ofSeconds(30)), "it answers HTTP 503"));
    }

    @Test
    default void too_many_is_for_later_and_the_receiver_says_when() {
        assertThat(send(limited("120")))
                .isEqualTo(new TryLater(Optional.of(Duration.ofMinutes(2)), "it answers HTTP 429: slow down"));
        assertThat(send(limited("0.412")))
                .isEqualTo(new TryLater(Optional.of(Duration.ofMillis(412)), "it answers HTTP 429: slow down"));
        for (var silent : List.of(answer(429, "slow down"), limited("soon"))) {
            assertThat(send(silent)).isEqualTo(new TryLater(Optional.empty(), "it answers HTTP 429: slow down"));
        }
        var date = ZonedDateTime.now(ZoneOffset.UTC).plusHours(2).format(DateTimeFormatter.RFC_1123_DATE_TIME);
        assertThat(send(limited(date))).isInstanceOfSatisfying(TryLater.class, later -> assertThat(
                        later.after().orElseThrow())
                .isBetween(Duration.ofMinutes(119), Duration.ofMinutes(121)));
    }

    /** Calling on while limited is what gets a sender banned. */
    @Test
    default void who_asked_to_be_left_alone_is_left_alone() {
        try (var receiver = new Receiver(limited("120"))) {
            var channel = open(receiver.url());
            ChannelContract.wait(channel.send(AVAILABLE, Optional.empty()));
            receiver.from_now_on(yes());
            assertThat(ChannelContract.wait(channel.send(AVAILABLE, Optional.empty())))
                    .isInstanceOfSatisfying(
                            TryLater.class, later -> assertThat(later.after().orElseThrow())
                                    .isBetween(Duration.ofSeconds(100), Duration.ofSeconds(120)));
            assertThat(receiver.taken()).hasSize(1);
        }
    }

    @Test
    default void a_refusal_is_for_ever() {
        for (int status : new int[] {400, 401, 403, 404, 410, 413}) {
            assertThat(send(answer(status, "no")))
                    .isInstanceOfSatisfying(Never.class, never -> assertThat(never.reason())
                            .endsWith("it answers HTTP " + status + ": no"));
        }
    }

    @Test
    default void a_redirect_is_not_followed_and_not_tried_again() {
        try (var elsewhere = new Receiver(yes())) {
            var redirect =
                    new Behaviour.Answer(302, Map.of("Location", elsewhere.url().toString()), "");
            assertThat(send(redirect))
                    .isEqualTo(new Never("it redirects to "
                            + elsewhere.url().resolve("/").toString().replaceAll("/$", "")
                            + " (HTTP 302); the url must be the final address"));
            assertThat(elsewhere.taken()).isEmpty();
        }
    }

    @Test
    default void a_web_page_is_not_a_success() {
        var page = new Behaviour.Answer(
                200, Map.of("Content-Type", "text/html"), "\n<!DOCTYPE html><html><title>Sign in</title></html>");
        for (var answer : List.of(
                page,
                answer(200, "\uFEFF<!-- theme --><html><title>Sign in</title></html>"),
                answer(200, "<head><title>Sign in</title></head>"),
                new Behaviour.Answer(200, Map.of("Content-Type", "Text/HTML; charset=utf-8"), " <div>Sign in</div>"))) {
            assertThat(send(answer)).isEqualTo(new Never("it answers with a web page (HTTP 200); is the url right?"));
        }
    }

    @Test
    default void a_yes_from_another_program_is_no_success() {
        if (knowsItsReceiver()) {
            for (String body : new String[] {"yes", "", "{}", "[]", "null", "{\"status\":\"ok\"}", "{\"id\":null}"}) {
                assertThat(send(answer(200, body))).isInstanceOf(Never.class);
            }
        }
    }

    /** Error pages of proxies quote the whole request, and what they say is kept, shown and logged. */
    @Test
    default void no_secret_comes_back_in_a_reason_or_gets_into_a_log() {
        var logged = new ArrayList<String>();
        var ear = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line.getMessage() + line.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(ear);
        try {
            for (int status : new int[] {200, 302, 400, 404, 424, 429, 500, 503}) {
                assertThat(send(new Behaviour.Echo(status)).toString()).doesNotContain(secrets());
            }
        } finally {
            Logger.getLogger("").removeHandler(ear);
        }
        assertThat(String.join("\n", logged)).doesNotContain(secrets());
    }

    private static Behaviour limited(String retryAfter) {
        return new Behaviour.Answer(429, Map.of("Retry-After", retryAfter), "slow down");
    }
}
