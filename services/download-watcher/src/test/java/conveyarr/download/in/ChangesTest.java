package conveyarr.download.in;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Progress;
import conveyarr.upstream.DownloadClient.Transfer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Transfer DONE = done(NOON);

    private final Changes changes = new Changes();

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

    private List<Transfer> look(Transfer... answer) {
        var due = changes.of("qbit", List.of(answer), NOON);
        due.forEach(transfer -> changes.handled("qbit", transfer, NOON));
        return due;
    }

    private static Transfer done(Instant addedAt) {
        var progress = new Progress(Phase.DONE, "stalledUP", 1, 1000, 1000, Optional.empty());
        return new Transfer("A".repeat(40), Set.of(), "The.Matrix", "radarr", progress, addedAt);
    }
}
