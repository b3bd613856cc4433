package conveyarr.simulator;

import conveyarr.simulator.movie.Classics;
import conveyarr.simulator.movie.Movie;
import conveyarr.simulator.state.Beat;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Peer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The play of {@code ./conveyarr up --demo}: Ana asks for a classic every 90 s, every fourth meets a VPN drop; beside them comes a series. */
final class Demo implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofSeconds(90);
    private static final Duration OPENING = Duration.ofSeconds(15);
    private static final Duration THINKING = Duration.ofSeconds(5);
    private static final Duration WITHOUT_VPN = Duration.ofSeconds(10);

    private final SimulatedStack stack;
    private final Ledger<Scene> scene;
    private final Peer conveyarr;
    private final SeriesPlay series;
    private final Beat beat;

    Demo(SimulatedStack stack, Path folder, HookTarget hooks) {
        this.stack = stack;
        this.scene = new Ledger<>(folder.resolve("demo.json"), new Scene(), Scene.class);
        this.conveyarr = new Peer(hooks.base(), Map.of());
        this.series = new SeriesPlay(stack, folder);
        this.beat = new Beat(Duration.ofSeconds(1), () -> play(Instant.now()));
    }

    @Override
    public void close() {
        beat.close();
    }

    private void play(Instant now) {
        Scene s = scene.read(Scene::copy);
        if (s.asked > 0) {
            approve(s, now);
            vpn(s, now);
        }
        if (s.asked > 1 || s.asked == 1 && s.quietSince(now, OPENING)) {
            series.play(now);
        }
        if (s.asked < Classics.ALL.size() && s.quietSince(now, BETWEEN)) {
            ask(s);
        }
    }

    private void ask(Scene s) {
        conveyarr.get("/ping"); // throws while Conveyarr is not there: asked again in the next round
        Movie movie = Classics.ALL.get(s.asked);
        if (stack.seerr().requestFor(movie.tmdbId()) == 0) {
            stack.seerr().request(movie, "ana");
        }
        scene.update(now -> now.next(Instant.now()));
        System.out.println("demo: ana asks for " + movie.named());
    }

    private void approve(Scene s, Instant now) {
        int request = stack.seerr().requestFor(s.movie().tmdbId());
        if (stack.seerr().status(request) == 1 && s.quietSince(now, THINKING)) {
            stack.seerr().approve(request);
            System.out.println("demo: approved " + s.movie().named());
        }
    }

    private void vpn(Scene s, Instant now) {
        String hash = stack.radarr().downloadId(s.movie().tmdbId());
        if (s.vpnDroppedAt != null && !s.vpnDroppedAt.plus(WITHOUT_VPN).isAfter(now)) {
            stack.gluetun().restoreVpn();
            scene.update(restored -> restored.vpnDroppedAt = null);
            System.out.println("demo: the VPN is back");
        } else if (s.asked % 4 == 0
                && s.dropsSeen < s.asked / 4
                && stack.qbittorrent().progress(hash) > 0.4) {
            stack.gluetun().dropVpn();
            scene.update(dropped -> dropped.vpnLost(now));
            System.out.println("demo: the VPN drops");
        }
    }

    /** How far the play has come. */
    static final class Scene {
        int asked;
        int dropsSeen;
        Instant lastAsked;
        Instant vpnDroppedAt;

        Scene copy() {
            Scene copy = new Scene();
            copy.asked = asked;
            copy.dropsSeen = dropsSeen;
            copy.lastAsked = lastAsked;
            copy.vpnDroppedAt = vpnDroppedAt;
            return copy;
        }

        Movie movie() {
            return Classics.ALL.get(asked - 1);
        }

        boolean quietSince(Instant now, Duration pause) {
            return lastAsked == null || !lastAsked.plus(pause).isAfter(now);
        }

        void next(Instant now) {
            asked++;
            lastAsked = now;
        }

        void vpnLost(Instant now) {
            dropsSeen++;
            vpnDroppedAt = now;
        }
    }
}
