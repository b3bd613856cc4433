package conveyarr.upstream;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** A program under the instance name that its owner gave it. */
public interface Upstream {
    String name();

    /** The kind, such as {@code radarr}. */
    String kind();

    /** Asks whether it runs and takes our key, in at most the configured time; fails with an {@link UpstreamTrouble}. */
    Uni<Alive> probe();

    /** What its owner has to do when it refuses us, in words that can be pasted; empty when a key is all it takes. */
    default Optional<String> accessHelp() {
        return Optional.empty();
    }

    /** What a program that runs says of itself: its version and one line for people. */
    record Alive(String version, String info) {}
}
