package conveyarr.download;

import static conveyarr.download.Story.withPatience;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.download.core.Download.*;
import conveyarr.download.core.Hold;
import conveyarr.download.core.Life;
import conveyarr.download.core.Signal;
import conveyarr.download.core.Signal.*;
import conveyarr.events.DownloadEvent.*;
import conveyarr.events.DownloadId;
import conveyarr.events.MediaId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeldDownloadTest {
    static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    static final MediaId MATRIX = MediaId.movie(603);
    static final DownloadId D1 = new DownloadId("qbit", "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00");

    @Test
    void time_without_the_vpn_does_not_count_as_a_stall() {
        withPatience(ofMinutes(10))
                .given(new Grabbed(at(0), MATRIX), seen(0, 100))
                .when(held(8, HoldReason.VPN_DOWN))
                .then(Held.class, new DownloadHeld(MATRIX, D1, HoldReason.VPN_DOWN, true))
                .when(held(40, HoldReason.VPN_DOWN))
                .then(Held.class)
                .when(seen(41, 100))
                .then(Running.class, new DownloadReleased(MATRIX, D1, HoldReason.VPN_DOWN, ofMinutes(33)))
                .when(seen(42, 100))
                .then(Running.class)
                .when(seen(43, 100))
                .then(Stalled.class, new DownloadStalled(MATRIX, D1, ofMinutes(10)));
    }

    @Test
    void what_was_stalled_before_the_hold_is_not_told_as_stalled_again() {
        withPatience(ofMinutes(10))
                .given(new Grabbed(at(0), MATRIX), seen(0, 100), seen(10, 100))
                .when(held(11, HoldReason.VPN_DOWN))
                .then(Held.class, new DownloadHeld(MATRIX, D1, HoldReason.VPN_DOWN, true))
                .when(seen(14, 100))
                .then(Stalled.class, new DownloadReleased(MATRIX, D1, HoldReason.VPN_DOWN, ofMinutes(3)));
    }

    @Test
    void one_that_its_owner_paused_is_not_held() {
        withPatience(ofMinutes(10))
                .given(new Grabbed(at(0), MATRIX), seen(0, 100))
                .when(new Seen(at(1), D1, look(100, Condition.RESTING), hold(HoldReason.VPN_DOWN, false)))
                .then(Running.class);
    }

    @Test
    void a_graver_reason_is_told_as_a_change_and_the_hold_is_one() {
        withPatience(ofMinutes(10))
                .given(new Grabbed(at(0), MATRIX), seen(0, 100), held(1, HoldReason.MANY_STALLED))
                .when(held(2, HoldReason.VPN_DOWN))
                .then(Held.class, new DownloadHoldChanged(MATRIX, D1, HoldReason.VPN_DOWN, true))
                .when(held(3, HoldReason.MANY_STALLED))
                .then(Held.class)
                .when(seen(4, 200))
                .then(
                        Running.class,
                        new DownloadReleased(MATRIX, D1, HoldReason.VPN_DOWN, ofMinutes(3)),
                        new DownloadProgressed(MATRIX, D1, 20, Optional.empty()));
    }

    /** That nobody knew how the client or the VPN is was no reason of its own. */
    @Test
    void what_shows_when_it_is_known_again_is_what_it_waits_for() {
        for (HoldReason nobodyKnows : List.of(HoldReason.CLIENT_UNREACHABLE, HoldReason.VPN_UNKNOWN)) {
            withPatience(ofMinutes(10))
                    .given(new Grabbed(at(0), MATRIX), seen(0, 100), held(1, nobodyKnows))
                    .when(held(2, HoldReason.DISK_FULL))
                    .then(Held.class, new DownloadHoldChanged(MATRIX, D1, HoldReason.DISK_FULL, false))
                    .when(held(3, HoldReason.DISK_FULL))
                    .then(Held.class)
                    .when(seen(4, 100))
                    .then(Running.class, new DownloadReleased(MATRIX, D1, HoldReason.DISK_FULL, ofMinutes(3)));
        }
    }

    @Test
    void a_reason_that_comes_a_second_time_in_one_hold_is_told_a_second_time() {
        var story = withPatience(ofMinutes(10)).given(new Grabbed(at(0), MATRIX), seen(0, 100));
        story.given(held(1, HoldReason.VPN_UNKNOWN), held(2, HoldReason.DISK_FULL), held(3, HoldReason.VPN_UNKNOWN));
        story.when(held(4, HoldReason.DISK_FULL))
                .then(Held.class, new DownloadHoldChanged(MATRIX, D1, HoldReason.DISK_FULL, false));
        assertThat(story.told()).extracting(told -> told.occurrence().id()).doesNotHaveDuplicates();
    }

    @Test
    void a_client_that_does_not_answer_holds_its_downloads_and_the_silence_does_not_count() {
        withPatience(ofMinutes(10))
                .given(new Grabbed(at(0), MATRIX), seen(0, 100))
                .when(new Unheard(at(5), at(4)))
                .then(Held.class, new DownloadHeld(MATRIX, D1, HoldReason.CLIENT_UNREACHABLE, false))
                .when(new Unheard(at(6), at(4)))
                .then(Held.class)
                .when(seen(30, 100))
                .then(Running.class, new DownloadReleased(MATRIX, D1, HoldReason.CLIENT_UNREACHABLE, ofMinutes(26)))
                .when(seen(35, 100))
                .then(Running.class)
                .when(new Unheard(at(34), at(33)))
                .then(Running.class)
                .when(seen(36, 100))
                .then(Stalled.class, new DownloadStalled(MATRIX, D1, ofMinutes(10)));
    }

    @Test
    void one_that_completes_while_it_is_held_is_complete() {
        withPatience(ofMinutes(10))
                .given(new Grabbed(at(0), MATRIX), seen(0, 100), held(1, HoldReason.MANY_STALLED))
                .when(new Seen(at(2), D1, look(1000, Condition.DONE), hold(HoldReason.MANY_STALLED, false)))
                .then(Finished.class, new DownloadCompleted(MATRIX, D1));
    }

    @Test
    void a_time_in_which_nobody_looked_does_not_count() {
        withPatience(ofMinutes(10))
                .given(new Grabbed(at(0), MATRIX), seen(0, 100))
                .when(seen(500, 100))
                .then(Running.class)
                .when(seen(509, 100))
                .then(Running.class)
                .when(seen(510, 100))
                .then(Stalled.class, new DownloadStalled(MATRIX, D1, ofMinutes(10)));
    }

    /** Whatever the order in which a life of seven signals comes, and each twice: the present settles it, and nothing is told twice. */
    @Test
    void every_order_of_a_life_ends_in_the_same_state() {
        List<Signal> life = List.of(
                new Grabbed(at(0), MATRIX),
                seen(1, 0),
                seen(2, 300),
                held(3, HoldReason.VPN_DOWN),
                seen(4, 300),
                seen(5, 600),
                new Seen(at(6), D1, look(1000, Condition.DONE)));
        var ends = new HashSet<Object>();
        permutations(new ArrayList<>(life), 0, order -> {
            var story = withPatience(ofMinutes(10));
            order.forEach(signal -> story.given(signal, signal));
            story.given(new Seen(at(7), D1, look(1000, Condition.DONE)));
            ends.add(story.state());
            assertThat(story.told()).extracting(told -> told.occurrence().id()).doesNotHaveDuplicates();
        });
        assertThat(ends).isEqualTo(Set.of(new Finished(MATRIX, D1, new Life(NOON, 0))));
    }

    private static void permutations(List<Signal> items, int from, java.util.function.Consumer<List<Signal>> each) {
        if (from == items.size()) {
            each.accept(items);
            return;
        }
        for (int i = from; i < items.size(); i++) {
            java.util.Collections.swap(items, from, i);
            permutations(items, from + 1, each);
            java.util.Collections.swap(items, from, i);
        }
    }

    private static Signal held(int minute, HoldReason reason) {
        boolean paused = reason == HoldReason.VPN_DOWN;
        var condition = paused ? Condition.RESTING : Condition.ACTIVE;
        return new Seen(at(minute), D1, look(100, condition), hold(reason, paused));
    }

    private static Optional<Hold> hold(HoldReason reason, boolean paused) {
        return Optional.of(new Hold(reason, paused));
    }

    private static Signal seen(int minute, long done) {
        return new Seen(at(minute), D1, look(done, Condition.ACTIVE));
    }

    private static Look look(long done, Condition condition) {
        return new Look("The.Matrix", condition, "word", new Amount(1000, done, Optional.empty()), NOON);
    }

    private static Instant at(int minutes) {
        return NOON.plus(ofMinutes(minutes));
    }
}
