package conveyarr.acquisition.core;

import conveyarr.acquisition.core.Acquisition.Blocked;
import conveyarr.acquisition.core.Acquisition.Finished;
import conveyarr.acquisition.core.Acquisition.Grabbed;
import conveyarr.acquisition.core.Acquisition.Removed;
import conveyarr.acquisition.core.Acquisition.Unknown;
import conveyarr.acquisition.core.Acquisition.Wanted;
import conveyarr.acquisition.core.Attempt.Step;
import conveyarr.events.Episodes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that was said of an acquisition: whether it was listed and when, its downloads in the order of time, and when it was last complete. It is
 * the same in whatever order and however often the parts were said, and so is the state that follows from it.
 */
public record Past(boolean listed, List<Attempt> attempts, Optional<Instant> completeAt, Stays stays) {
    static final Past NOTHING = new Past(false, List.of(), Optional.empty(), Stays.NONE);
    /** A series is grabbed for years, and what is older than the newest few decides nothing any more. */
    private static final int KEPT = 50;

    /** A row of an earlier version does not know when it was listed. */
    public Past {
        stays = stays == null ? Stays.NONE : stays;
    }

    Past withTitle(Generation generation, Instant at) {
        return new Past(true, attempts, completeAt, stays.with(generation, at));
    }

    Past removed(Generation gone) {
        return new Past(listed, attempts, completeAt, stays.without(gone));
    }

    /** Whether nobody was told of this stay; one of which only a row of an earlier version knows was told. */
    boolean begins(Generation one) {
        boolean unnumbered = listed && stays.begun().isEmpty();
        return one.isKnown() ? !stays.knows(one) && !unnumbered : !listed;
    }

    Past with(Attempt told) {
        var before = attempts.stream().filter(told::is);
        var others = attempts.stream().filter(attempt -> !told.is(attempt));
        var merged = before.reduce(told, Attempt::and);
        return replaced(Stream.concat(others, Stream.of(merged)));
    }

    Past without(Attempt told) {
        return replaced(attempts.stream().filter(attempt -> !told.is(attempt)));
    }

    private Past replaced(Stream<Attempt> told) {
        List<Attempt> all = told.sorted(Attempt.IN_TIME).toList();
        return new Past(listed, all.subList(Math.max(0, all.size() - KEPT), all.size()), completeAt, stays);
    }

    Past complete(Instant at) {
        return new Past(
                listed, attempts, Optional.of(completeAt.filter(at::isBefore).orElse(at)), stays);
    }

    /** The newest that is neither imported nor given up. */
    public Optional<String> download() {
        return underWay().map(Attempt::download);
    }

    public boolean grabbed(String download) {
        return attempts.stream().anyMatch(attempt -> attempt.download().equals(download));
    }

    /** Of a series, what a download holds. */
    public Optional<Episodes> parts(String download) {
        return attempts.stream()
                .filter(attempt -> attempt.download().equals(download))
                .map(Attempt::parts)
                .reduce(Optional.empty(), Episodes::both);
    }

    Repetitions of(String download) {
        return Repetitions.of(attempts, download);
    }

    /** Which try this download is, counted from 1 since the last import; of a series, which try for the episodes that it holds. */
    int attempt(String download, int time) {
        List<Attempt> all = lasting();
        var told = all.stream()
                .filter(attempt -> attempt.download().equals(download) && attempt.time() == time)
                .findFirst();
        int before = 0;
        for (Attempt attempt : all) {
            if (told.filter(attempt::equals).isPresent()) {
                break;
            }
            if (told.filter(attempt::isOfOtherParts).isEmpty()) {
                before = attempt.step() == Step.IMPORTED ? 0 : before + 1;
            }
        }
        return before + 1;
    }

    Acquisition state() {
        return underWay().map(this::state).orElseGet(this::atRest);
    }

    private Acquisition state(Attempt current) {
        String download = current.download();
        int attempt = attempt(download, current.time());
        return current.step() == Step.BLOCKED
                ? new Blocked(download, attempt, this)
                : new Grabbed(download, attempt, this);
    }

    private Acquisition atRest() {
        if (complete().isPresent()) {
            return new Finished(this);
        }
        if (stays.isOver()) {
            return new Removed(this);
        }
        return listed || !attempts.isEmpty() ? new Wanted(this) : new Unknown();
    }

    /** When it was last complete in the stay that lasts. */
    private Optional<Instant> complete() {
        return completeAt.filter(stays::lastAt);
    }

    private List<Attempt> lasting() {
        return attempts.stream().filter(stays::holds).toList();
    }

    /**
     * The newest download that is neither imported nor failed; one from before the title was complete was given up silently, and so was one
     * that was grabbed again, or whose title was removed.
     */
    private Optional<Attempt> underWay() {
        return lasting().stream()
                .filter(Attempt::open)
                .filter(attempt ->
                        complete().filter(at -> !attempt.at().isAfter(at)).isEmpty())
                .filter(attempt -> of(attempt.download()).newest() == attempt.time())
                .reduce((_, later) -> later);
    }
}
