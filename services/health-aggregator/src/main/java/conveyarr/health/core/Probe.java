package conveyarr.health.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one look at a program gave. */
public sealed interface Probe {
    String name();

    String kind();

    Instant at();

    /** It runs and takes our key. */
    record Answered(String name, String kind, Instant at, long latencyMs, Said said) implements Probe {
        public Answered(String name, String kind, Instant at, long latencyMs, String info) {
            this(name, kind, at, latencyMs, new Said(info, List.of(), List.of(), Optional.empty()));
        }
    }

    /**
     * What it says of itself: one line, what is wrong in its own words, its disks, and for a download client what it is doing.
     */
    record Said(String info, List<String> troubles, List<Disk> disks, Optional<Work> work) {}

    /**
     * A download client at work: its connection ({@code connected}, {@code firewalled}, {@code disconnected}), its transfers by state, and
     * what comes in, in bytes a second.
     */
    record Work(Optional<String> connection, Map<String, Integer> states, long bytesPerSecond) {}

    /** Bytes on the disk that holds {@code path}. */
    record Disk(String path, long free, long total) {}

    /** Nothing answers there; {@code nobodyThere} when the host or the port does not even exist, as with a container that was never started. */
    record Silent(String name, String kind, Instant at, String error, boolean nobodyThere) implements Probe {
        public Silent(String name, String kind, Instant at, String error) {
            this(name, kind, at, error, false);
        }
    }

    /** Something answers, but it does not work. */
    record Broken(String name, String kind, Instant at, String error) implements Probe {}

    /** It does not take our key. */
    record KeyRefused(String name, String kind, Instant at, String error) implements Probe {}
}
