package conveyarr.acquisition.core;

import conveyarr.acquisition.core.Attempt.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The times that one release was grabbed for one title. A hook cannot tell a repetition from itself told twice: it has neither id nor time. The
 * history can, since each grab has a row of its own there. So while there was one grab, a hook speaks of that; from the second on, rows (and
 * looks at the queue) alone count.
 */
record Repetitions(String download, List<Attempt> attempts) {
    /** The rows of one grab are written within moments, and whoever reads may see only some of them. */
    private static final Duration ONE_MOMENT = Duration.ofSeconds(5);

    static Repetitions of(List<Attempt> all, String download) {
        return new Repetitions(
                download,
                all.stream()
                        .filter(attempt -> attempt.download().equals(download))
                        .sorted(Comparator.comparing(Attempt::time))
                        .toList());
    }

    int newest() {
        return attempts.isEmpty() ? 1 : attempts.getLast().time();
    }

    /** Which time a hook speaks of; none when it could be any. */
    Optional<Integer> hooked() {
        return newest() == 1 ? Optional.of(1) : Optional.empty();
    }

    /** Which time the grab in this row is: one that has the row, the first when only its hook was seen, or a new one. */
    int grabbed(long row, Instant at) {
        return attempts.stream()
                .filter(attempt -> isRow(attempt, row, at))
                .findFirst()
                .or(() -> attempts.stream()
                        .filter(attempt -> attempt.rows().grab().isEmpty())
                        .filter(attempt ->
                                attempt.rows().end().filter(end -> end < row).isEmpty())
                        .findFirst())
                .map(Attempt::time)
                .orElse(attempts.isEmpty() ? 1 : newest() + 1);
    }

    private static boolean isRow(Attempt attempt, long row, Instant at) {
        return attempt.rows().grab().filter(own -> own == row).isPresent()
                || attempt.rows()
                        .grabAt()
                        .filter(own -> Duration.between(own, at).abs().compareTo(ONE_MOMENT) <= 0)
                        .isPresent();
    }

    /** Which time ended with this row: the last that was grabbed before it. */
    int ended(long row) {
        return attempts.stream()
                .filter(attempt ->
                        attempt.rows().grab().filter(grab -> grab < row).isPresent())
                .reduce((_, later) -> later)
                .map(Attempt::time)
                .orElse(1);
    }

    /** Which time was imported at this moment: the last that had begun by then. */
    int importedAt(Instant at) {
        return attempts.stream()
                .filter(attempt -> !attempt.at().isAfter(at.plus(ONE_MOMENT)))
                .reduce((_, later) -> later)
                .map(Attempt::time)
                .orElse(1);
    }

    /** Whether the time {@code n} still waits for an end, and nobody has said yet that its import is blocked. */
    boolean canBeBlocked(int n) {
        return attempts.stream()
                .filter(attempt -> attempt.time() == n)
                .noneMatch(attempt -> attempt.step().compareTo(Step.BLOCKED) >= 0);
    }
}
