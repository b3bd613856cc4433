package conveyarr.simulator;

import conveyarr.simulator.series.Serials;
import conveyarr.simulator.series.Series;
import conveyarr.simulator.state.Ledger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** The series of the demo: Ben asks for a season whose episodes come out one by one, each when the one before can be watched. */
final class SeriesPlay {
    private static final Duration THINKING = Duration.ofSeconds(5);
    private static final Duration BETWEEN = Duration.ofSeconds(10);
    private static final Series SERIES = Serials.NIGHT_FERRY;
    private static final int EPISODES = SERIES.seasons().getFirst();

    private final SimulatedStack stack;
    private final Ledger<Scene> scene;

    SeriesPlay(SimulatedStack stack, Path folder) {
        this.stack = stack;
        this.scene = new Ledger<>(folder.resolve("demo-series.json"), new Scene(), Scene.class);
    }

    void play(Instant now) {
        int out = scene.read(s -> s.out);
        if (out == 0) {
            ask(now);
        } else if (isQuiet(now, THINKING)) {
            approve();
        }
        boolean watched = stack.jellyfin().episodes(SERIES.tvdbId()) >= out;
        if (out > 0 && out < EPISODES && watched && isQuiet(now, BETWEEN)) {
            stack.sonarr().comeOut(SERIES.tvdbId(), code(out + 1));
            comes(now);
            System.out.println("demo: " + SERIES.title() + " " + code(out + 1) + " comes out");
        }
    }

    private void ask(Instant now) {
        String[] later =
                IntStream.rangeClosed(2, EPISODES).mapToObj(SeriesPlay::code).toArray(String[]::new);
        stack.sonarr().findNothing(SERIES.tvdbId(), later);
        if (request() == 0) {
            stack.seerr().request(SERIES, List.of(1), "ben");
        }
        comes(now);
        System.out.println("demo: ben asks for season 1 of " + SERIES.named());
    }

    private void approve() {
        if (stack.seerr().status(request()) == 1) {
            stack.seerr().approve(request());
            System.out.println("demo: approved " + SERIES.named());
        }
    }

    private int request() {
        return stack.seerr().requestFor(SERIES.tmdbId());
    }

    private boolean isQuiet(Instant now, Duration pause) {
        return !scene.read(s -> s.lastOut).plus(pause).isAfter(now);
    }

    private void comes(Instant now) {
        scene.update(s -> {
            s.out++;
            s.lastOut = now;
        });
    }

    private static String code(int episode) {
        return "S01E%02d".formatted(episode);
    }

    /** How many episodes have come out, and when the last one did. */
    static final class Scene {
        int out;
        Instant lastOut = Instant.EPOCH;
    }
}
