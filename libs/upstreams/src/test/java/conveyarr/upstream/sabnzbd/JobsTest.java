package conveyarr.upstream.sabnzbd;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Progress;
import conveyarr.upstream.DownloadClient.Transfer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JobsTest {
    private static final Transfer QUEUED = job("a", Phase.DOWNLOADING);
    private static final Transfer DONE = job("a", Phase.DONE);
    private final Jobs jobs = new Jobs();

    @Test
    void a_job_on_its_way_from_the_queue_to_the_history_is_there_all_the_time() {
        assertThat(jobs.seen(List.of(QUEUED), List.of())).containsExactly(QUEUED);
        assertThat(jobs.seen(List.of(), List.of())).containsExactly(QUEUED);
        assertThat(jobs.seen(List.of(), List.of())).containsExactly(QUEUED);
        assertThat(jobs.seen(List.of(), List.of(DONE))).containsExactly(DONE);
    }

    @Test
    void what_three_looks_have_not_shown_is_gone() {
        jobs.seen(List.of(QUEUED), List.of());
        jobs.seen(List.of(), List.of());
        jobs.seen(List.of(), List.of());
        assertThat(jobs.seen(List.of(), List.of())).isEmpty();
        assertThat(jobs.seen(List.of(QUEUED), List.of())).containsExactly(QUEUED);
        assertThat(jobs.seen(List.of(), List.of())).containsExactly(QUEUED);
    }

    @Test
    void what_was_removed_on_purpose_is_gone_at_once() {
        jobs.seen(List.of(QUEUED), List.of());
        jobs.forget("a");
        assertThat(jobs.seen(List.of(), List.of())).isEmpty();
    }

    @Test
    void a_job_in_both_lists_has_moved_on() {
        assertThat(jobs.seen(List.of(QUEUED), List.of(DONE))).containsExactly(DONE);
    }

    private static Transfer job(String id, Phase phase) {
        return new Transfer(
                id, Set.of(id), "job", "radarr", new Progress(phase, "", 0, 1, 0, Optional.empty()), Instant.EPOCH);
    }
}
