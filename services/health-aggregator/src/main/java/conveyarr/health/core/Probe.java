package conveyarr.health.core;

import java.time.Instant;

/** What one look at a program gave. */
public sealed interface Probe {
    String name();

    String kind();

    Instant at();

    /** It runs and takes our key; {@code info} is what it says of itself. */
    record Answered(String name, String kind, Instant at, long latencyMs, String info) implements Probe {}

    /** Nothing answers there. */
    record Silent(String name, String kind, Instant at, String error) implements Probe {}

    /** Something answers, but it does not work. */
    record Broken(String name, String kind, Instant at, String error) implements Probe {}

    /** It does not take our key. */
    record KeyRefused(String name, String kind, Instant at, String error) implements Probe {}
}
