package conveyarr.library.core;

import conveyarr.events.Episodes;
import conveyarr.library.core.Signal.Imported;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be waited for by itself: an episode, or a title as a whole. {@code file} is as the *arr sees it. */
public record Part(Optional<Episodes.Number> number, String file) {
    static List<Part> of(Imported i) {
        String file = i.file().path();
        return i.file()
                .episodes()
                .map(some -> some.numbers().stream()
                        .map(number -> new Part(Optional.of(number), file))
                        .toList())
                .orElseGet(() -> List.of(new Part(Optional.empty(), file)));
    }

    /** Without the last part, whichever slash the *arr's system uses. */
    public static String folder(String path) {
        return Paths.folder(path);
    }

    boolean isSameAs(Part other) {
        return number.equals(other.number);
    }

    /** The newer word of a part counts. */
    static List<Part> both(List<Part> old, List<Part> newer) {
        return Stream.concat(without(old, newer).stream(), newer.stream()).toList();
    }

    static List<Part> without(List<Part> all, List<Part> others) {
        return all.stream()
                .filter(one -> others.stream().noneMatch(one::isSameAs))
                .toList();
    }

    static Optional<Episodes> episodes(List<Part> parts) {
        return Episodes.of(
                parts.stream().flatMap(part -> part.number().stream()).toList());
    }
}
