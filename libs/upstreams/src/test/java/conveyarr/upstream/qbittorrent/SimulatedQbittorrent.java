package conveyarr.upstream.qbittorrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import conveyarr.simulator.SimulatedStack;
import conveyarr.simulator.StackConfig;
import conveyarr.simulator.movie.Movie;
import conveyarr.simulator.qbittorrent.Profile;
import conveyarr.simulator.qbittorrent.Qbittorrent;
import conveyarr.upstream.At;
import conveyarr.upstream.DownloadClient;
import conveyarr.upstream.DownloadClient.Look;
import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Transfer;
import conveyarr.upstream.DownloadClientContract;
import conveyarr.upstream.Standing.Connection;
import conveyarr.upstream.Tracker;
import conveyarr.upstream.UpstreamTrouble;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulated qBittorrent, in each of its generations, and in the troubles that the real one knows. */
abstract class SimulatedQbittorrent implements DownloadClientContract {
    private static final AtomicInteger MOVIES = new AtomicInteger(1000);

    @TempDir
    Path folder;

    SimulatedStack stack;
    private DownloadClient client;
    private volatile Duration ahead = Duration.ZERO;

    @BeforeEach
    void start() {
        stack = SimulatedStack.start(
                StackConfig.fast(folder, URI.create("http://127.0.0.1:1"), "k").with(profile()));
        stack.seerr().trust("alice");
        var simulated = stack.qbittorrent();
        var at = At.url(simulated.url().toString());
        client = QbittorrentKind.open(
                "qbittorrent", credentials(at, simulated), () -> Instant.now().plus(ahead));
    }

    abstract Profile profile();

    At credentials(At at, Qbittorrent simulated) {
        return at.login(simulated.user(), simulated.password());
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

    @Override
    public String lasting() {
        return stack.qbittorrent().faults().addWithoutMetadata("Lasting", "other");
    }

    @Test
    void a_restart_of_the_server_is_survived() {
        lasting();
        assertThat(look().transfers()).hasSize(1);
        stack.qbittorrent().forgetSessions();
        assertThat(look().transfers()).hasSize(1);
    }

    /** Since 5.1 the server forgets what the lost answer held; so nothing less than everything will do. */
    @Test
    void what_a_lost_answer_held_is_not_lost() {
        String id = lasting();
        assertThat(only().progress().phase()).isNotEqualTo(Phase.BROKEN);
        stack.qbittorrent().faults().breakTorrent(id, "missingFiles");
        stack.qbittorrent().faults().loseAnswers(1);
        assertThatThrownBy(this::look).isInstanceOf(UpstreamTrouble.class);
        assertThat(only().progress().phase()).isEqualTo(Phase.BROKEN);
        assertThat(only().facts().trouble()).isPresent();
    }

    @Test
    void a_magnet_without_metadata_is_known_as_such() {
        lasting();
        await().atMost(SOON).until(() -> only().progress().phase() == Phase.FETCHING_METADATA);
        assertThat(only().facts().metadataMissing()).isTrue();
        assertThat(only().progress().bytes()).isZero();
    }

    @Test
    void a_deaf_listener_hears_again_on_another_port_and_not_on_the_same() {
        stack.qbittorrent().faults().deafen();
        assertThat(look().standing().connection()).isEqualTo(Connection.FIREWALLED);
        int port = client.listener().await().atMost(SOON).orElseThrow().port();
        client.listenOn(port).await().atMost(SOON);
        assertThat(look().standing().connection()).isEqualTo(Connection.FIREWALLED);
        client.listenOn(port + 1).await().atMost(SOON);
        assertThat(look().standing().connection()).isEqualTo(Connection.CONNECTED);
        assertThat(client.listener().await().atMost(SOON).orElseThrow().port()).isEqualTo(port + 1);
    }

    @Test
    void a_lost_tunnel_is_seen_as_disconnected() {
        stack.gluetun().dropVpnSilently();
        await().atMost(SOON).until(() -> look().standing().connection() == Connection.DISCONNECTED);
    }

    @Test
    void its_external_address_its_disk_and_its_limits_are_told() {
        assertThat(look().standing().externalAddress()).isEmpty();
        stack.qbittorrent().faults().seenAs("185.65.134.240");
        ahead = Duration.ofMinutes(1);
        assertThat(look().standing().externalAddress()).contains("185.65.134.240");
        stack.qbittorrent().faults().fillDisk(1000);
        assertThat(look().standing().freeBytes()).contains(1000L);
        client.goAt("alternative").await().atMost(SOON);
        assertThat(look().standing().pace()).contains("alternative");
    }

    @Test
    void a_torrent_that_its_tracker_dropped_and_a_private_one_are_told_from_close_by() {
        String id = lasting();
        stack.qbittorrent().faults().unregister(id);
        stack.qbittorrent().faults().makePrivate(id);
        var close = client.inspect(id).await().atMost(SOON).orElseThrow();
        assertThat(close.unregistered()).isTrue();
        assertThat(close.privateTorrent()).contains(true);
        assertThat(close.trackers()).extracting(Tracker::host).containsExactly("tracker.example");
    }

    private Look look() {
        return client.look().await().atMost(SOON);
    }

    private Transfer only() {
        assertThat(look().transfers()).hasSize(1);
        return look().transfers().getFirst();
    }
}
