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

    /** A file that went: its hook and its row in the history are one happening. */
    record Past(String instance, String path, Instant at) {}

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
        var left = shown.flatMap(all -> Episodes.of(all.numbers().stream()
                .filter(number -> !holds(List.of(file), number) || holds(rest, number))
                .toList()));
        return new Shelf(left, rest, gone, wishes, progress);
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

    private static boolean holds(List<Held> files, Episodes.Number number) {
        return files.stream().anyMatch(file -> file.episodes()
                .filter(some -> some.numbers().contains(number))
                .isPresent());
    }

    /** When the next scan or count is due. */
    public Optional<Instant> due() {
        var scans = wishes.stream().flatMap(wish -> wish.due().stream());
        return Stream.concat(scans, progress.recount().stream()).min(Instant::compareTo);
    }
}
