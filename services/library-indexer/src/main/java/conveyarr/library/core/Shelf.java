package conveyarr.library.core;

import conveyarr.events.Episodes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What of a title is in the library: the episodes that were told as available, the files, those that went not long ago, the scans that are
 * wanted, and what was told of the seasons.
 */
public record Shelf(Optional<Episodes> shown, List<Held> files, List<Past> gone, List<Wish> wishes, Progress progress) {
    static final Shelf EMPTY = new Shelf(Optional.empty(), List.of(), List.of(), List.of(), Progress.NONE);
    private static final int MOST_GONE = 20;
    private static final Duration ONE_DELETION = Duration.ofMinutes(10);
    /** Upstreams give whole seconds, and an upgrade takes none. */
    static final Duration SAME_MOMENT = Duration.ofSeconds(2);

    /** A file that went: its hook and its row in the history are one happening. A better one of the episodes that it {@code held} is to come. */
    record Past(String instance, String path, Instant at, Optional<Episodes> held) {
        /** A row of an earlier version awaits none. */
        Past {
            held = held == null ? Optional.empty() : held;
        }

        Past settled() {
            return new Past(instance, path, at, Optional.empty());
        }

        boolean isReplacedBy(Held better) {
            return instance.equals(better.instance())
                    && !better.at().isBefore(at.minus(SAME_MOMENT))
                    && held.stream().flatMap(all -> all.numbers().stream()).anyMatch(better::holds);
        }
    }

    public Shelf {
        shown = shown == null ? Optional.empty() : shown;
        files = files == null ? List.of() : List.copyOf(files);
        gone = gone == null ? List.of() : List.copyOf(gone);
        wishes = wishes == null ? List.of() : List.copyOf(wishes);
        progress = progress == null ? Progress.NONE : progress;
    }

    Shelf showing(Optional<Episodes> more) {
        return new Shelf(Episodes.both(shown, more), files, gone, wishes, progress);
    }

    Shelf with(Progress other) {
        return new Shelf(shown, files, gone, wishes, other);
    }

    Shelf with(Held file) {
        var others = files.stream().filter(one -> !one.instance().equals(file.instance()) || one.id() != file.id());
        return new Shelf(shown, Stream.concat(others, Stream.of(file)).toList(), gone, wishes, progress);
    }

    Shelf withFiles(UnaryOperator<Held> change) {
        return new Shelf(shown, files.stream().map(change).toList(), gone, wishes, progress);
    }

    /** The same wish once more only puts it off: many files of a season are one scan. */
    Shelf with(Wish wish) {
        var others = wishes.stream().filter(one -> !one.is(wish.server(), wish.folder()));
        return new Shelf(
                shown, files, gone, Stream.concat(others, Stream.of(wish)).toList(), progress);
    }

    Shelf withWishes(UnaryOperator<Wish> change) {
        return new Shelf(shown, files, gone, wishes.stream().map(change).toList(), progress);
    }

    Shelf keepingWishes(Predicate<Wish> which) {
        return new Shelf(shown, files, gone, wishes.stream().filter(which).toList(), progress);
    }

    /** Without a file for which a better one comes at once: nobody has to be told of its episodes again. */
    Shelf replacing(Held file) {
        return new Shelf(shown, rest(file), gone, wishes, progress);
    }

    /** Without a file; episodes that no other file holds can no longer be watched. */
    Shelf without(Held file) {
        var rest = rest(file);
        return new Shelf(left(file.episodes(), rest), rest, gone, wishes, progress);
    }

    /** With the better file of what went before it: of that, episodes that no file holds can no longer be watched. */
    Shelf settled(Held better) {
        Shelf shelf = this;
        for (Past past : gone) {
            if (past.isReplacedBy(better)) {
                var others = shelf.gone.stream().map(one -> one == past ? one.settled() : one);
                shelf = new Shelf(shelf.left(past.held(), files), files, others.toList(), wishes, progress);
            }
        }
        return shelf;
    }

    private Optional<Episodes> left(Optional<Episodes> lost, List<Held> rest) {
        var numbers = lost.map(Episodes::numbers).orElse(List.of());
        return shown.flatMap(all -> Episodes.of(all.numbers().stream()
                .filter(number -> !numbers.contains(number) || rest.stream().anyMatch(file -> file.holds(number)))
                .toList()));
    }

    private List<Held> rest(Held file) {
        return files.stream().filter(one -> one != file).toList();
    }

    Shelf remembering(Past file) {
        var all = Stream.concat(gone.stream(), Stream.of(file)).toList();
        var newest = all.subList(Math.max(0, all.size() - MOST_GONE), all.size());
        return new Shelf(shown, files, newest, wishes, progress);
    }

    boolean remembers(String instance, String path, Instant at) {
        return gone.stream()
                .anyMatch(one -> one.instance().equals(instance)
                        && one.path().equals(path)
                        && Duration.between(one.at(), at).abs().compareTo(ONE_DELETION) <= 0);
    }

    boolean shows(Part part) {
        return part.number().filter(this::shows).isPresent();
    }

    boolean shows(Episodes.Number number) {
        return shown.filter(all -> all.numbers().contains(number)).isPresent();
    }

    /** When the next scan or count is due. */
    public Optional<Instant> due() {
        var scans = wishes.stream().flatMap(wish -> wish.due().stream());
        return Stream.concat(scans, progress.recount().stream()).min(Instant::compareTo);
    }
}
