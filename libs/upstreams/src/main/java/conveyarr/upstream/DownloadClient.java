package conveyarr.upstream;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A program that downloads. A command takes any id that {@link Transfer#aliases} holds, may be given twice without harm, and ends in an
 * {@link Outcome}; it fails with an {@link UpstreamTrouble} when nobody knows whether it was carried out. What a program lacks is not in
 * its {@link #abilities}, and the command then says so as {@link Outcome.CannotDo}.
 */
public interface DownloadClient extends Upstream {
    /** All that it has now, and how it stands, from one moment. */
    Uni<Look> look();

    /** All transfers that it has now. */
    default Uni<List<Transfer>> transfers() {
        return look().map(Look::transfers);
    }

    /** What only a question about one transfer tells: its trackers, and whether it is private. Empty when it is not there. */
    Uni<Optional<Inspection>> inspect(String id);

    Uni<Outcome> pause(Set<String> ids);

    Uni<Outcome> resume(Set<String> ids);

    /** {@code withFiles} deletes what was downloaded as well. */
    Uni<Outcome> remove(Set<String> ids, boolean withFiles);

    /** The category must be known to the program. */
    Uni<Outcome> setCategory(Set<String> ids, String category);

    Set<Ability> abilities();

    /**
     * The same client for one who may lose the right to command: {@code permit} is asked right before each command goes out, after all that
     * is asked or waited for first, and when it fails, so does the command and does not go out.
     */
    DownloadClient commandedBy(Supplier<Uni<Void>> permit);

    /** Asks the trackers anew for peers. */
    default Uni<Outcome> reannounce(Set<String> ids) {
        return cannot(Ability.REANNOUNCE);
    }

    default Uni<Outcome> tag(Set<String> ids, String tag) {
        return cannot(Ability.TAGS);
    }

    default Uni<Outcome> untag(Set<String> ids, String tag) {
        return cannot(Ability.TAGS);
    }

    /** Where it waits for peers; empty for a program that has no listener. */
    default Uni<Optional<Listener>> listener() {
        return Uni.createFrom().item(Optional.empty());
    }

    /** Waits for peers on this port from now on; writing the port that it has already changes nothing, not even a deaf listener. */
    default Uni<Outcome> listenOn(int port) {
        return cannot(Ability.LISTENER);
    }

    /** Goes at this pace from now on, in words that {@link Standing#pace} told or {@link #slower} gave. */
    default Uni<Outcome> goAt(String pace) {
        return cannot(Ability.PACE);
    }

    /**
     * The pace for a time of little speed, when {@code pace} is the present one; the same when that is slow enough. A program with a second
     * set of limits of its own takes those, and {@code bytesPerSecond} is for the others.
     */
    default String slower(String pace, long bytesPerSecond) {
        return pace;
    }

    /** Lines to paste into the program, so that it tells us at {@code hooks} what happens; {@code YOUR-KEY} stands for the key. */
    default List<HookLine> hookLines(URI hooks) {
        return List.of();
    }

    private Uni<Outcome> cannot(Ability ability) {
        return Uni.createFrom().item(new Outcome.CannotDo(kind() + " has no such thing as " + ability.words()));
    }

    record Look(List<Transfer> transfers, Standing standing) {}

    /**
     * One transfer. {@code aliases} are all ids under which an *arr may know it, in the spelling of
     * {@link conveyarr.events.DownloadId#normal}; {@code hash} is the client's own, in the same spelling.
     */
    record Transfer(
            String hash,
            Set<String> aliases,
            String name,
            String category,
            Progress progress,
            Instant addedAt,
            Facts facts) {
        /** One of which no more is known. */
        public Transfer(
                String hash, Set<String> aliases, String name, String category, Progress progress, Instant addedAt) {
            this(hash, aliases, name, category, progress, addedAt, Facts.NONE);
        }
    }

    /** {@code fraction} is 0 to 1 of the selected bytes; {@code word} is the client's own word for the state. */
    record Progress(
            Phase phase, String word, double fraction, long bytes, long bytesDone, Optional<Duration> remaining) {}

    /** What a transfer is doing; {@code DONE} only when all selected bytes are there and checked. */
    enum Phase {
        QUEUED,
        FETCHING_METADATA,
        DOWNLOADING,
        STALLED,
        PAUSED,
        MOVING,
        CHECKING,
        DONE,
        BROKEN
    }
}
