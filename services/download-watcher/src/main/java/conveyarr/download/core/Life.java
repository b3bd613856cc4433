package conveyarr.download.core;

import conveyarr.events.DownloadId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import java.time.Instant;
import java.util.Set;

/**
 * One stay of a hash in a client; {@code stalls} are counted to tell them apart, and {@code returns}: how often it went on after it had been
 * told as over. {@code arrs} are the *arrs, by name, that have grabbed it and not given it up: two of one kind may want the same title, or even
 * the same release. {@code settled}: one of them has said, before it was complete, that it wants no more of it.
 */
public record Life(Instant addedAt, int stalls, Set<String> arrs, int returns, boolean settled) {
    public Life {
        arrs = arrs == null ? Set.of() : Set.copyOf(arrs);
    }

    public Life(Instant addedAt, int stalls, Set<String> arrs) {
        this(addedAt, stalls, arrs, 0, false);
    }

    /** One that nobody has asked for, as far as we know. */
    public Life(Instant addedAt, int stalls) {
        this(addedAt, stalls, Set.of());
    }

    /** Of what was waited for. */
    static Life of(Download.Awaited a, Instant addedAt) {
        return new Life(addedAt, 0, a.arrs(), 0, a.settled());
    }

    Life withStall() {
        return new Life(addedAt, stalls + 1, arrs, returns, settled);
    }

    Life with(Set<String> now) {
        return new Life(addedAt, stalls, now, returns, settled);
    }

    Life returned() {
        return new Life(addedAt, stalls, arrs, returns + 1, settled);
    }

    Life whenSettled() {
        return new Life(addedAt, stalls, arrs, returns, true);
    }

    /** A client keeps no history, so what happens to a download is told apart by its life and the step. */
    Occurrence occurrence(Instant at, DownloadId id, Object step) {
        Object told = returns == 0 ? step : step + " back " + returns;
        var key = NaturalKey.of("download", id.hash(), addedAt.getEpochSecond(), told);
        return Occurrence.at(at, Via.POLL, id.client(), key);
    }
}
