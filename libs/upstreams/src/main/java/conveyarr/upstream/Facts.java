package conveyarr.upstream;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What rules about a transfer may ask, beyond its progress.
 *
 * @param ours whether its category is one that the owner's *arr apps use ({@code conveyarr.upstreams.<name>.categories}); any other is
 *     never touched
 * @param privateTorrent empty as long as nobody knows
 * @param completedAt when the client says that it was complete; it proves nothing, since it stays when the files vanish
 * @param trackers the hosts of its trackers, never their addresses, which hold pass keys
 * @param metadataMissing a magnet of which not even the size is known
 * @param trouble the client's own words for what is wrong with it
 */
public record Facts(
        boolean ours,
        Set<String> tags,
        Optional<Boolean> privateTorrent,
        Optional<Instant> completedAt,
        Set<String> trackers,
        Swarm swarm,
        Speeds speeds,
        String savePath,
        boolean metadataMissing,
        Optional<String> trouble) {
    /** Nothing is known, so it is not ours. */
    public static final Facts NONE = new Facts(
            false,
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Swarm.NONE,
            Speeds.NONE,
            "",
            false,
            Optional.empty());

    /** {@code seeds} are connected, {@code seedsKnown} are said to exist; {@code ratio} is uploaded to downloaded. */
    public record Swarm(int seeds, int seedsKnown, double ratio) {
        public static final Swarm NONE = new Swarm(0, 0, 0);
    }

    /** Bytes a second. */
    public record Speeds(long down, long up) {
        public static final Speeds NONE = new Speeds(0, 0);
    }
}
