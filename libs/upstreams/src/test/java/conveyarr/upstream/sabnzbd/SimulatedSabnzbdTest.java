package conveyarr.upstream.sabnzbd;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import conveyarr.simulator.sabnzbd.Sabnzbd;
import conveyarr.upstream.At;
import conveyarr.upstream.DownloadClient;
import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Transfer;
import conveyarr.upstream.DownloadClientContract;
import conveyarr.upstream.UpstreamTrouble.Refused;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulated SABnzbd, and what only a Usenet client knows. */
@QuarkusTest
class SimulatedSabnzbdTest implements DownloadClientContract {
    private static final long SIZE = 100L << 20;

    @TempDir
    Path folder;

    private Sabnzbd sabnzbd;
    private DownloadClient client;

    @BeforeEach
    void start() {
        sabnzbd = new Sabnzbd(new Sabnzbd.Setup(folder, 0, "the-key", ofMillis(20), ofMillis(600)));
        client = (DownloadClient) new SabnzbdKind()
                .open("sabnzbd", At.url(sabnzbd.url().toString()).key("the-key"));
    }

    @AfterEach
    void stop() {
        sabnzbd.close();
    }

    @Override
    public DownloadClient client() {
        return client;
    }

    @Override
    public String download() {
        return sabnzbd.add("Movie", "radarr", SIZE);
    }

    @Override
    public String lasting() {
        String id = sabnzbd.add("Lasting", "other", SIZE);
        sabnzbd.hold(id);
        return id;
    }

    @Override
    public void remove(String download) {
        sabnzbd.remove(download);
    }

    @Test
    void only_the_first_job_downloads_and_a_paused_queue_rests_whatever_its_jobs_say() {
        String first = lasting();
        String second = download();
        assertThat(job(first).progress().phase()).isEqualTo(Phase.DOWNLOADING);
        assertThat(job(second).progress().phase()).isEqualTo(Phase.QUEUED);
        sabnzbd.pauseAll(true);
        assertThat(job(second).progress().phase()).isEqualTo(Phase.PAUSED);
        assertThat(job(second).progress().word()).isEqualTo("Downloading");
        sabnzbd.force(second);
        await().atMost(SOON).until(() -> job(second).progress().phase() == Phase.DONE);
    }

    @Test
    void a_full_disk_pauses_it_and_the_reason_is_told() {
        download();
        sabnzbd.diskIsFull();
        assertThat(client.look().await().atMost(SOON).standing().paused().orElseThrow())
                .contains("diskspace");
    }

    @Test
    void a_limit_of_its_owner_that_is_lower_stays_and_a_higher_one_comes_back() {
        sabnzbd.limit(500_000);
        String low = client.look().await().atMost(SOON).standing().pace().orElseThrow();
        assertThat(client.slower(low, 1_000_000)).isEqualTo(low);
        sabnzbd.limit(5_000_000);
        String high = client.look().await().atMost(SOON).standing().pace().orElseThrow();
        client.goAt(client.slower(high, 1_000_000)).await().atMost(SOON);
        assertThat(sabnzbd.limit()).isEqualTo(1_000_000);
        client.goAt(high).await().atMost(SOON);
        assertThat(sabnzbd.limit()).isEqualTo(5_000_000);
    }

    @Test
    void an_encrypted_job_and_a_failed_one_are_broken_and_a_full_disk_is_no_fault_of_the_release() {
        String encrypted = download();
        sabnzbd.encrypt(encrypted);
        assertThat(job(encrypted).progress().phase()).isEqualTo(Phase.BROKEN);
        assertThat(job(encrypted).facts().trouble().orElseThrow()).contains("encrypted");
        String failed = download();
        sabnzbd.failWith(failed, "Unpacking failed, archive requires a password");
        await().atMost(SOON).until(() -> job(failed).progress().phase() == Phase.BROKEN);
        String full = download();
        sabnzbd.failWith(full, "Unpacking failed, write error or disk is full?");
        await().atMost(SOON).until(() -> job(full).progress().word().equals("Failed"));
        assertThat(job(full).progress().phase()).isEqualTo(Phase.PAUSED);
    }

    @Test
    void a_complete_job_is_removed_from_the_history() {
        String id = download();
        await().atMost(SOON).until(() -> job(id).progress().phase() == Phase.DONE);
        client.remove(Set.of(id), false).await().atMost(SOON);
        assertThat(sabnzbd.status(id)).isEqualTo("absent");
    }

    @Test
    void a_name_that_is_not_on_its_list_is_told_with_the_fix() {
        sabnzbd.refuseOurName(true);
        assertThatThrownBy(() -> client.look().await().atMost(SOON))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("host_whitelist");
    }

    private Transfer job(String id) {
        return client.transfers().await().atMost(SOON).stream()
                .filter(job -> job.hash().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
