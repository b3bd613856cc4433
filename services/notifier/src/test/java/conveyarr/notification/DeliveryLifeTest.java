package conveyarr.notification;

import static conveyarr.notification.Story.AVAILABLE;
import static conveyarr.notification.Story.NOON;
import static conveyarr.notification.Story.at;
import static conveyarr.notification.Story.letter;
import static conveyarr.notification.Story.on;
import static conveyarr.notification.core.OnDoubt.DROP;
import static conveyarr.notification.core.OnDoubt.RESEND;
import static conveyarr.notification.core.OnDoubt.RESEND_ONCE;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.NotificationEvent.*;
import conveyarr.notification.core.Change;
import conveyarr.notification.core.Change.Way;
import conveyarr.notification.core.Delivery;
import conveyarr.notification.core.Delivery.*;
import conveyarr.notification.core.Notification.Text;
import conveyarr.notification.core.OnDoubt;
import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.*;
import conveyarr.notification.core.Signal;
import conveyarr.notification.core.Signal.*;
import conveyarr.notification.core.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeliveryLifeTest {
    static final Receipt DELIVERED = new Delivered();
    static final Receipt BUSY = new TryLater(Optional.empty(), "busy");
    static final Receipt LOST = new Receipt.InDoubt("cut");

    @Test
    void an_event_is_queued_claimed_sent_and_told_of_once() {
        on("phone")
                .when(announced())
                .then(Queued.class)
                .asks(1)
                .when(claim(1, 0, DROP))
                .then(Claimed.class)
                .when(answer(1, DELIVERED, 1, DROP))
                .then(Sent.class, new NotificationSent(AVAILABLE.about(), AVAILABLE.event(), "phone", "Available: X"));
    }

    @Test
    void an_event_that_is_older_than_a_day_when_first_seen_is_suppressed() {
        on("phone")
                .when(new Announced(
                        letter("phone"), NOON.plus(Duration.ofHours(24)).plusSeconds(1)))
                .then(
                        Suppressed.class,
                        new NotificationSuppressed(
                                AVAILABLE.about(), AVAILABLE.event(), "phone", "older than 24 h when first seen"));
        on("phone")
                .when(new Announced(letter("phone"), NOON.plus(Duration.ofHours(24))))
                .then(Queued.class);
    }

    @Test
    void a_busy_receiver_is_tried_again_after_growing_pauses() {
        var story = on("phone").given(announced());
        var pauses = new ArrayList<Duration>();
        Instant now = NOON;
        for (int attempt = 1; attempt < 10; attempt++) {
            story.given(new Claiming(attempt, now, DROP), new Answered(attempt, BUSY, now, DROP))
                    .then(Retrying.class);
            Instant due = ((Retrying) story.state()).dueAt();
            pauses.add(Duration.between(now, due));
            story.when(new ClockTicked(due.minusSeconds(1))).then(Retrying.class);
            story.when(new ClockTicked(due)).then(Queued.class).asks(attempt + 1);
            now = due;
        }
        assertThat(pauses).isSorted().startsWith(Duration.ofSeconds(5)).endsWith(Duration.ofHours(24));
        story.given(new Claiming(10, now, DROP))
                .when(new Answered(10, BUSY, now, DROP))
                .then(
                        Failed.class,
                        new NotificationFailed(
                                AVAILABLE.about(), AVAILABLE.event(), "phone", "tried 10 times; the last time: busy"));
        assertThat(((Failed) story.state()).letter().attempts()).hasSize(10);
    }

    @Test
    void the_receiver_may_ask_for_a_longer_pause_but_not_for_a_shorter_one_or_for_ever() {
        assertThat(dueAfter(new TryLater(Optional.of(Duration.ofMinutes(7)), "limit")))
                .isEqualTo(at(7 * 60));
        assertThat(dueAfter(new TryLater(Optional.of(Duration.ofSeconds(1)), "limit")))
                .isEqualTo(at(5));
        assertThat(dueAfter(new TryLater(Optional.of(Duration.ofDays(900)), "limit")))
                .isEqualTo(at(24 * 3600));
    }

    @Test
    void a_try_that_the_receiver_put_off_does_not_count() {
        var putOff = new TryLater(Optional.of(Duration.ofSeconds(30)), "limit");
        var story = on("phone").given(announced());
        Instant now = NOON;
        for (int attempt = 1; attempt <= 20; attempt++) {
            story.given(new Claiming(attempt, now, DROP), new Answered(attempt, putOff, now, DROP))
                    .then(Retrying.class);
            now = ((Retrying) story.state()).dueAt();
            story.given(new ClockTicked(now));
        }
        assertThat(now).isBefore(NOON.plus(Duration.ofHours(1)));
        story.given(new Claiming(21, now, DROP), new Answered(21, BUSY, now, DROP))
                .due(now.plusSeconds(5));
    }

    @Test
    void nobody_can_put_it_off_for_longer_than_the_schedule_or_make_us_ask_all_the_time() {
        var putOff = new TryLater(Optional.of(Duration.ofSeconds(1)), "limit");
        var story = on("phone").given(announced());
        Instant now = NOON;
        int attempt = 0;
        while (!(story.state() instanceof Failed)) {
            attempt++;
            story.given(new Claiming(attempt, now, DROP), new Answered(attempt, putOff, now, DROP));
            now = story.state() instanceof Retrying waits ? waits.dueAt() : now;
            story.given(new ClockTicked(now));
        }
        assertThat(Duration.between(NOON, now)).isBetween(Duration.ofHours(72), Duration.ofHours(99));
        assertThat(attempt).isLessThan(120);
        assertThat(story.told()).singleElement().isInstanceOf(NotificationFailed.class);
    }

    @Test
    void a_refusal_ends_it() {
        on("phone")
                .given(announced(), claim(1, 0, DROP))
                .when(answer(1, new Never("HTTP 403"), 1, DROP))
                .then(Failed.class, new NotificationFailed(AVAILABLE.about(), AVAILABLE.event(), "phone", "HTTP 403"))
                .when(new ClockTicked(at(999_999)))
                .then(Failed.class);
    }

    @Test
    void a_doubt_is_sent_again_where_the_receiver_knows_it_again_and_stays_where_not() {
        on("home")
                .given(announced(), claim(1, 0, RESEND))
                .when(answer(1, LOST, 1, RESEND))
                .then(Retrying.class)
                .when(new ClockTicked(at(6)))
                .then(Queued.class)
                .asks(2);
        on("phone")
                .given(announced(), claim(1, 0, DROP))
                .when(answer(1, LOST, 1, DROP))
                .then(conveyarr.notification.core.Delivery.InDoubt.class)
                .when(new ClockTicked(at(999_999)))
                .then(conveyarr.notification.core.Delivery.InDoubt.class);
    }

    @Test
    void a_change_that_a_newer_one_has_overtaken_is_shown_as_suppressed() {
        on("phone")
                .given(announced(), claim(1, 0, DROP))
                .when(answer(1, new Outdated("overtaken"), 1, DROP))
                .then(
                        Suppressed.class,
                        new NotificationSuppressed(AVAILABLE.about(), AVAILABLE.event(), "phone", "overtaken"));
    }

    /** A mail box may keep both, so ten tries would be ten mails. */
    @Test
    void a_doubt_is_sent_again_once_where_not_every_reader_knows_it_again() {
        on("mail")
                .given(announced(), claim(1, 0, RESEND_ONCE))
                .when(answer(1, LOST, 1, RESEND_ONCE))
                .then(Retrying.class)
                .given(new ClockTicked(at(6)), claim(2, 6, RESEND_ONCE))
                .when(answer(2, LOST, 7, RESEND_ONCE))
                .then(conveyarr.notification.core.Delivery.InDoubt.class)
                .when(new AskedAgain(at(60)))
                .asks(3)
                .given(claim(3, 60, RESEND_ONCE))
                .when(answer(3, LOST, 61, RESEND_ONCE))
                .then(Retrying.class);
    }

    @Test
    void a_claim_found_after_a_crash_is_in_doubt_once_the_grace_is_over() {
        on("phone")
                .given(announced(), claim(1, 0, DROP))
                .when(claim(1, 59, DROP))
                .then(Claimed.class)
                .when(claim(1, 60, DROP))
                .then(conveyarr.notification.core.Delivery.InDoubt.class);
        on("home")
                .given(announced(), claim(1, 0, RESEND))
                .when(claim(1, 60, RESEND))
                .then(Retrying.class);
    }

    @Test
    void an_answer_that_comes_after_all_ends_the_doubt() {
        on("phone")
                .given(announced(), claim(1, 0, DROP), claim(1, 60, DROP))
                .when(answer(1, DELIVERED, 61, DROP))
                .then(Sent.class, new NotificationSent(AVAILABLE.about(), AVAILABLE.event(), "phone", "Available: X"));
    }

    /** After a machine has slept, its clock says that a send is over that still goes on. */
    @Test
    void an_answer_that_comes_after_all_spares_the_next_try() {
        on("home")
                .given(announced(), claim(1, 0, RESEND), claim(1, 60, RESEND))
                .when(answer(1, DELIVERED, 61, RESEND))
                .then(Sent.class, new NotificationSent(AVAILABLE.about(), AVAILABLE.event(), "home", "Available: X"))
                .when(new ClockTicked(at(999)))
                .then(Sent.class);
    }

    @Test
    void a_repeated_call_for_an_earlier_try_does_nothing() {
        on("phone")
                .given(announced(), claim(1, 0, DROP), answer(1, BUSY, 1, DROP), new ClockTicked(at(10)))
                .when(claim(1, 11, DROP))
                .then(Queued.class)
                .when(answer(1, DELIVERED, 11, DROP))
                .then(Queued.class);
    }

    @Test
    void what_is_silenced_is_written_down_with_the_reason() {
        on("phone")
                .when(new Silenced(letter("phone"), "muted until tomorrow", NOON))
                .then(
                        Suppressed.class,
                        new NotificationSuppressed(
                                AVAILABLE.about(), AVAILABLE.event(), "phone", "muted until tomorrow"))
                .when(announced())
                .then(Suppressed.class);
    }

    @Test
    void a_person_can_have_it_sent_again_and_the_pauses_begin_anew() {
        on("phone")
                .given(announced(), claim(1, 0, DROP), answer(1, new Never("HTTP 403"), 1, DROP))
                .when(new AskedAgain(at(60)))
                .then(Queued.class)
                .asks(2)
                .given(claim(2, 60, DROP))
                .when(answer(2, BUSY, 60, DROP))
                .then(Retrying.class)
                .due(at(65))
                .given(new ClockTicked(at(65)), claim(3, 65, DROP))
                .when(answer(3, DELIVERED, 65, DROP))
                .then(Sent.class, new NotificationSent(AVAILABLE.about(), AVAILABLE.event(), "phone", "Available: X"));
        on("phone")
                .given(announced(), claim(1, 0, DROP), answer(1, LOST, 1, DROP))
                .when(new AskedAgain(at(60)))
                .then(Queued.class)
                .when(answer(1, DELIVERED, 61, DROP))
                .then(Queued.class);
    }

    @Test
    void what_is_under_way_or_was_sent_is_not_sent_again() {
        var story = on("phone").given(announced()).when(new AskedAgain(at(1))).then(Queued.class);
        story.given(claim(1, 1, DROP)).when(new AskedAgain(at(2))).then(Claimed.class);
        story.given(answer(1, DELIVERED, 2, DROP)).when(new AskedAgain(at(3))).then(Sent.class);
    }

    @Test
    void what_grows_says_nothing_twice_where_the_earlier_message_cannot_be_changed() {
        var fresh = new Text("Available: X, 1 new", "", Tone.OK);
        var change = new Change("earlier", fresh);
        var earlier = letter("phone");
        assertThat(change.after(new Sent(earlier, Optional.of("m1")))).isEqualTo(new Way.Replacing("m1", fresh));
        assertThat(List.of(
                        new Sent(earlier, Optional.empty()),
                        new Delivery.InDoubt(earlier, 1, "cut"),
                        new Suppressed(earlier, "muted"),
                        new Unknown()))
                .allSatisfy(before -> assertThat(change.after(before)).isEqualTo(new Way.Beside(fresh)));
        assertThat(change.after(new Failed(earlier, "HTTP 403"))).isEqualTo(new Way.Whole());
        assertThat(List.of(new Queued(earlier, 1), new Claimed(earlier, 1, NOON), new Retrying(earlier, 1, NOON)))
                .allSatisfy(before -> assertThat(change.after(before)).isEqualTo(new Way.Later()));
    }

    /** Signals come again and in any order: it is told at most once how it ended, and an end stays the end. */
    @Test
    void whatever_comes_again_and_in_whatever_order_it_ends_once() {
        for (int seed = 0; seed < 2000; seed++) {
            var random = new Random(seed);
            List<Signal> life = new ArrayList<>(List.of(
                    announced(),
                    claim(1, 0, RESEND),
                    answer(1, BUSY, 1, RESEND),
                    new ClockTicked(at(9)),
                    claim(2, 10, RESEND),
                    answer(2, DELIVERED, 11, RESEND),
                    answer(1, DELIVERED, 12, RESEND)));
            life.addAll(life);
            Collections.shuffle(life, random);
            var story = on("home").given(life.toArray(Signal[]::new));
            assertThat(story.told()).hasSizeLessThanOrEqualTo(1);
            story.given(announced(), claim(1, 20, RESEND), answer(1, BUSY, 21, RESEND), new ClockTicked(at(40)));
            story.given(claim(2, 41, RESEND), answer(2, DELIVERED, 42, RESEND));
            assertThat(story.told())
                    .as("seed " + seed + " ends as " + story.state())
                    .hasSize(1);
        }
    }

    private static Instant dueAfter(Receipt receipt) {
        var story = on("phone").given(announced(), claim(1, 0, DROP), answer(1, receipt, 0, DROP));
        return ((Retrying) story.state()).dueAt();
    }

    private static Signal announced() {
        return new Announced(letter("any"), NOON);
    }

    private static Signal claim(int attempt, int second, OnDoubt policy) {
        return new Claiming(attempt, at(second), policy);
    }

    private static Signal answer(int attempt, Receipt receipt, int second, OnDoubt policy) {
        return new Answered(attempt, receipt, at(second), policy);
    }
}
