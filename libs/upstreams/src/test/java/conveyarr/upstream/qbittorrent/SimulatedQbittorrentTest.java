package conveyarr.upstream.qbittorrent;

import static org.awaitility.Awaitility.await;

import conveyarr.simulator.SimulatedStack;
import conveyarr.simulator.StackConfig;
import conveyarr.simulator.movie.Movie;
import conveyarr.simulator.qbittorrent.Profile;
import conveyarr.upstream.At;
import conveyarr.upstream.DownloadClient;
import conveyarr.upstream.DownloadClientContract;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulated qBittorrent, as 5.1; the whole-stack test has 4.5 as well. */
@QuarkusTest
class SimulatedQbittorrentTest implements DownloadClientContract {
    private static final AtomicInteger MOVIES = new AtomicInteger(1000);

    @TempDir
    Path folder;

    private SimulatedStack stack;
    private DownloadClient client;

    @BeforeEach
    void start() {
        stack = SimulatedStack.start(
                StackConfig.fast(folder, URI.create("http://127.0.0.1:1"), "k").with(Profile.V5_1));
        stack.seerr().trust("alice");
        var simulated = stack.qbittorrent();
        client = (DownloadClient) new QbittorrentKind()
                .open("qbittorrent", At.url(simulated.url().toString()).login(simulated.user(), simulated.password()));
    }

    @AfterEach
    void stop() {
        stack.close();
    }

    @Override
    public DownloadClient client() {
        return client;
    }

    @Override
    public String download() {
        int tmdb = MOVIES.incrementAndGet();
        stack.seerr().request(Movie.of(tmdb, "Movie " + tmdb, 1999), "alice");
        return await().atMost(SOON).until(() -> stack.radarr().downloadId(tmdb), id -> !id.isEmpty());
    }

    @Override
    public void remove(String download) {
        stack.qbittorrent().remove(download);
    }

    @Test
    void a_restart_of_the_server_is_survived() {
        download();
        Assertions.assertThat(client.transfers().await().atMost(SOON)).hasSize(1);
        stack.qbittorrent().forgetSessions();
        Assertions.assertThat(client.transfers().await().atMost(SOON)).hasSize(1);
    }
}
