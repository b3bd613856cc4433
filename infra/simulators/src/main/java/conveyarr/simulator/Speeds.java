package conveyarr.simulator;

import java.time.Duration;

/** How fast the simulated world turns: qBittorrent's tick, one whole download, Jellyfin's delay, and the two polls. */
public record Speeds(Duration tick, Duration download, Duration jellyfinDelay, Duration seerrPoll, Duration arrPoll) {

    /** From request to available in about a second, for tests. */
    public static Speeds fast() {
        return new Speeds(
                Duration.ofMillis(25),
                Duration.ofMillis(300),
                Duration.ofMillis(100),
                Duration.ofMillis(50),
                Duration.ofMillis(30));
    }

    /** Slow enough to watch. */
    public static Speeds demo() {
        return new Speeds(
                Duration.ofSeconds(1),
                Duration.ofSeconds(20),
                Duration.ofSeconds(5),
                Duration.ofSeconds(3),
                Duration.ofSeconds(2));
    }

    public Speeds download(Duration whole) {
        return new Speeds(tick, whole, jellyfinDelay, seerrPoll, arrPoll);
    }
}
