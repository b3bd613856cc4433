package conveyarr.download.in;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.download.core.Hold;
import conveyarr.events.DownloadEvent.HoldReason;
import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Progress;
import conveyarr.upstream.DownloadClient.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Transfer DONE = done(NOON);

    private final Changes changes = new Changes(Duration.ofMinutes(10));

    @Test
    void a_resting_one_is_looked_at_once() {
        assertThat(look(DONE)).containsExactly(DONE);
        assertThat(look(DONE)).isEmpty();
    }

    @Test
    void one_that_was_removed_and_is_there_again_is_looked_at_again() {
        look(DONE);
        look();
        assertThat(look(DONE)).containsExactly(DONE);
    }

    @Test
    void one_that_was_added_anew_between_two_answers_is_looked_at_again() {
        look(DONE);
        var anew = done(NOON.plusSeconds(60));
        assertThat(look(anew)).containsExactly(anew);
    }

    @Test
    void the_answer_of_one_client_says_nothing_about_another() {
        look(DONE);
        changes.of("other", List.of(), NOON);
        assertThat(look(DONE)).isEmpty();
    }

    @Test
    void one_that_has_to_wait_from_now_on_is_looked_at_and_one_that_is_done_is_not() {
        var runs = running();
        look(runs, DONE);
        var held = Optional.of(new Hold(HoldReason.VPN_DOWN, true));
        assertThat(watch(held, runs, DONE)).containsExactly(runs);
        assertThat(watch(held, runs, DONE)).isEmpty();
    }

    @Test
    void some_bytes_more_are_told_with_the_next_tenth_or_after_a_while() {
        look(running());
        assertThat(look(running(501))).isEmpty();
        assertThat(look(running(599))).isEmpty();
        var tenth = running(600);
        assertThat(look(tenth)).containsExactly(tenth);
        assertThat(at(14, tenth)).isEmpty();
        assertThat(at(16, tenth)).as("it does not move").containsExactly(tenth);
        assertThat(at(59, running(601))).isEmpty();
        assertThat(at(61, running(601))).containsExactly(running(601));
    }

    /** A trickle that is looked at too seldom for our patience would never be a stall, because such gaps do not count. */
    @Test
    void with_little_patience_what_moves_is_looked_at_more_often() {
        var hasty = new Changes(Duration.ofSeconds(40));
        var watched = new Watched(running(), Optional.empty());
        hasty.of("qbit", List.of(watched), NOON);
        hasty.handled("qbit", watched, NOON);
        var trickle = new Watched(running(501), Optional.empty());
        assertThat(hasty.of("qbit", List.of(trickle), NOON.plusSeconds(9))).isEmpty();
        assertThat(hasty.of("qbit", List.of(trickle), NOON.plusSeconds(11))).containsExactly(trickle);
    }

    private List<Transfer> at(int second, Transfer transfer) {
        return changes.of("qbit", List.of(new Watched(transfer, Optional.empty())), NOON.plusSeconds(second)).stream()
                .map(Watched::transfer)
                .toList();
    }

    private static Transfer running() {
        return running(500);
    }

    private static Transfer running(long done) {
        var progress = new Progress(Phase.DOWNLOADING, "downloading", done / 1000.0, 1000, done, Optional.empty());
        return new Transfer("B".repeat(40), Set.of(), "The.Matrix", "radarr", progress, NOON);
    }

    private List<Transfer> look(Transfer... answer) {
        return watch(Optional.empty(), answer);
    }

    private List<Transfer> watch(Optional<Hold> hold, Transfer... answer) {
        var due = changes.of(
                "qbit",
                Stream.of(answer).map(transfer -> new Watched(transfer, hold)).toList(),
                NOON);
        due.forEach(watched -> changes.handled("qbit", watched, NOON));
        return due.stream().map(Watched::transfer).toList();
    }

    private static Transfer done(Instant addedAt) {
        var progress = new Progress(Phase.DONE, "stalledUP", 1, 1000, 1000, Optional.empty());
        return new Transfer("A".repeat(40), Set.of(), "The.Matrix", "radarr", progress, addedAt);
    }
}
