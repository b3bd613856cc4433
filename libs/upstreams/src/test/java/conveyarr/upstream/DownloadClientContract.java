package conveyarr.upstream;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Transfer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for every download client that works. */
public interface DownloadClientContract {
    Duration SOON = ofSeconds(40);

    DownloadClient client();

    /** Starts a download that will be done soon, and gives the id under which an *arr would know it. */
    String download();

    void remove(String download);

    @Test
    default void shows_a_download_until_it_is_done() {
        String download = download();
        Set<Phase> seen = EnumSet.noneOf(Phase.class);
        await().atMost(SOON).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
            seen.add(transfer(download).orElseThrow().progress().phase());
            assertThat(seen).contains(Phase.DONE);
        });
        assertThat(seen).doesNotContain(Phase.BROKEN);
        Transfer done = transfer(download).orElseThrow();
        assertThat(done.progress().fraction()).isEqualTo(1);
        assertThat(done.progress().bytesDone())
                .isEqualTo(done.progress().bytes())
                .isPositive();
        assertThat(done.progress().remaining()).isEmpty();
        assertThat(done.aliases()).contains(done.hash());
        assertThat(done.name()).isNotBlank();
    }

    @Test
    default void forgets_a_download_that_was_removed() {
        String download = download();
        await().atMost(SOON).until(() -> transfer(download).isPresent());
        remove(download);
        await().atMost(SOON).until(() -> transfer(download).isEmpty());
    }

    @Test
    default void tells_its_version() {
        assertThat(client().probe().await().atMost(SOON).version()).matches("\\d+\\..*");
    }

    private Optional<Transfer> transfer(String download) {
        return client().transfers().await().atMost(SOON).stream()
                .filter(transfer -> transfer.aliases().contains(download))
                .findFirst();
    }
}
