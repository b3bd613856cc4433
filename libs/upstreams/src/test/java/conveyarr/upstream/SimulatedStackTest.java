package conveyarr.upstream;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conveyarr.events.MediaId;
import conveyarr.simulator.SimulatedStack;
import conveyarr.simulator.StackConfig;
import conveyarr.simulator.movie.Movie;
import conveyarr.simulator.qbittorrent.Profile;
import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Transfer;
import conveyarr.upstream.Sighting.Grabbed;
import conveyarr.upstream.Sighting.Imported;
import conveyarr.upstream.Sighting.RequestState;
import conveyarr.upstream.VpnGateway.Tunnel;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A movie's way through a whole simulated stack, as all adapters together see it. */
@QuarkusTest
class SimulatedStackTest {
    private static final Duration SOON = ofSeconds(20);
    private static final Movie GENERAL = Movie.of(961, "The General", 1926);
    private static final MediaId MEDIA = MediaId.movie(961);
    private static final MediaServer.Wanted WANTED =
            new MediaServer.Wanted(MEDIA, GENERAL.title(), "/media/movies/The General (1926)");

    @Inject
    @All
    List<UpstreamKind> kinds;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Profile.class)
    void a_request_is_seen_until_its_download_is_done(Profile profile) {
        try (var hooks = new FakeServer().on("/hooks/", FakeServer.Answer.status(202));
                var stack = start(hooks, profile)) {
            RequestPortal seerr = seerr(stack);
            ArrApp radarr = radarr(stack);
            int request = stack.seerr().request(GENERAL, "alice");
            assertThat(state(seerr)).isEqualTo(RequestState.PENDING);
            stack.seerr().approve(request);
            Grabbed grabbed = eventually(() -> history(radarr, Grabbed.class));
            assertThat(grabbed.media()).isEqualTo(MEDIA);
            eventually(() -> transfers(stack)
                    .filter(transfer -> transfer.aliases().contains(grabbed.download()))
                    .filter(transfer -> transfer.progress().phase() == Phase.DONE));
            eventually(() -> Stream.of(state(seerr)).filter(RequestState.AVAILABLE::equals));
            eventually(() -> hooked(hooks, "seerr").stream().skip(2)); // pending, approved, available
            assertThat(hooked(hooks, "radarr")).contains(grabbed.occurrence().id());
            assertThat(hooked(hooks, "seerr"))
                    .containsAll(ids(seerr.requests().await().atMost(SOON)));
        }
    }

    @Test
    void an_import_is_seen_until_the_media_server_lists_it() {
        try (var hooks = new FakeServer().on("/hooks/", FakeServer.Answer.status(202));
                var stack = start(hooks, Profile.V4_5)) {
            ArrApp radarr = radarr(stack);
            stack.seerr().approve(stack.seerr().request(GENERAL, "alice"));
            await().atMost(SOON).until(() -> stack.radarr().hasFile(GENERAL.tmdbId()));
            Imported imported = history(radarr, Imported.class).findFirst().orElseThrow();
            eventually(() -> hooked(hooks, "radarr").stream()
                    .filter(imported.occurrence().id()::equals));
            listedBy(stack, imported);
        }
    }

    @Test
    void a_tunnel_is_seen_to_drop_and_to_come_back() {
        try (var hooks = new FakeServer();
                var stack = start(hooks, Profile.V4_5)) {
            VpnGateway gluetun = open("gluetun", At.url(stack.gluetun().url().toString()));
            var up = gluetun.tunnel().await().atMost(SOON);
            assertThat(up.publicAddress()).isPresent();
            assertThat(up.forwardedPorts()).hasSize(1);
            stack.gluetun().dropVpn();
            assertThat(gluetun.tunnel().await().atMost(SOON))
                    .isEqualTo(new Tunnel("crashed", Optional.empty(), Optional.empty(), List.of(), Optional.empty()));
            stack.gluetun().restoreVpn();
            assertThat(gluetun.tunnel().await().atMost(SOON).forwardedPorts()).isNotEqualTo(up.forwardedPorts());
        }
    }

    private void listedBy(SimulatedStack stack, Imported imported) {
        MediaServer jellyfin = open(
                "jellyfin",
                At.url(stack.jellyfin().url().toString()).key(stack.jellyfin().apiKey()));
        assertThat(jellyfin.find(WANTED).await().atMost(SOON)).isEmpty();
        jellyfin.scan(imported.file().path()).await().atMost(SOON);
        eventually(() -> jellyfin.find(WANTED).await().atMost(SOON).stream());
    }

    /** The ids of all that the hooks of an instance have told so far. */
    private List<UUID> hooked(FakeServer hooks, String instance) {
        HookReader reader = kind(instance).hooks().orElseThrow();
        return hooks.asked().stream()
                .filter(hook -> hook.pathAndQuery().startsWith("/hooks/" + instance))
                .flatMap(hook ->
                        ids(reader.read(instance, Instant.now(), hook.body().getBytes())
                                        .sightings())
                                .stream())
                .toList();
    }

    private static List<UUID> ids(List<? extends Sighting> sightings) {
        return sightings.stream().map(sighting -> sighting.occurrence().id()).toList();
    }

    private SimulatedStack start(FakeServer hooks, Profile profile) {
        return SimulatedStack.start(StackConfig.fast(folder, hooks.url(), "k").with(profile));
    }

    private RequestPortal seerr(SimulatedStack stack) {
        return open(
                "seerr",
                At.url(stack.seerr().url().toString()).key(stack.seerr().apiKey()));
    }

    private ArrApp radarr(SimulatedStack stack) {
        return open(
                "radarr",
                At.url(stack.radarr().url().toString()).key(stack.radarr().apiKey()));
    }

    private Stream<Transfer> transfers(SimulatedStack stack) {
        var simulated = stack.qbittorrent();
        DownloadClient client =
                open("qbittorrent", At.url(simulated.url().toString()).login(simulated.user(), simulated.password()));
        return client.transfers().await().atMost(SOON).stream();
    }

    private static RequestState state(RequestPortal seerr) {
        var seen = seerr.requests().await().atMost(SOON);
        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().asked().title()).isEqualTo(GENERAL.title());
        return seen.getFirst().state();
    }

    private static <S extends Sighting> Stream<S> history(ArrApp radarr, Class<S> type) {
        return radarr.history(Instant.EPOCH).await().atMost(SOON).stream()
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static <T> T eventually(Supplier<Stream<T>> look) {
        return await().atMost(SOON)
                .until(() -> look.get().findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private UpstreamKind kind(String word) {
        return kinds.stream()
                .filter(kind -> kind.kind().equals(word))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private <P extends Upstream> P open(String kind, At at) {
        return (P) kind(kind).open(kind, at);
    }
}
