package conveyarr.upstream;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a program sees what another one calls by another path, because their containers mount the same disk at different places. The longest
 * beginning counts, by whole parts: {@code /tv} says nothing of {@code /tv2}. What no line names is the same for both.
 */
public record PathMap(List<Line> lines) {
    public static final PathMap SAME = new PathMap(List.of());

    /** {@code from} is how the *arr sees it. */
    public record Line(String from, String to) {}

    public PathMap {
        lines = lines.stream()
                .sorted(Comparator.comparingInt((Line line) -> line.from().length())
                        .reversed())
                .toList();
    }

    /** Lines such as {@code /movies=/media/movies}; throws {@link IllegalArgumentException} with what is wrong with one. */
    public static PathMap parse(Optional<List<String>> lines) {
        return new PathMap(lines.orElse(List.of()).stream().map(PathMap::line).toList());
    }

    private static Line line(String text) {
        String[] sides = text.strip().split("=", -1);
        if (sides.length != 2 || !isFolder(sides[0]) || !isFolder(sides[1])) {
            throw new IllegalArgumentException("\"" + text + "\" is no pair of folders, such as /movies=/media/movies");
        }
        return new Line(withoutEnd(sides[0].strip()), withoutEnd(sides[1].strip()));
    }

    private static boolean isFolder(String side) {
        return side.strip().matches("(/|\\\\|[A-Za-z]:).*");
    }

    public String of(String path) {
        return lines.stream()
                .filter(line -> isWithin(line.from(), path))
                .findFirst()
                .map(line ->
                        line.to() + like(line.to(), path.substring(line.from().length())))
                .orElse(path);
    }

    /** Whether a path is the folder or lies within it. */
    public static boolean isWithin(String folder, String path) {
        String outer = plain(folder);
        String inner = plain(path);
        return inner.equals(outer) || inner.startsWith(outer.endsWith("/") ? outer : outer + "/");
    }

    /** Windows does not care for capitals, nor for which slash. */
    private static String plain(String path) {
        boolean windows = path.matches("[A-Za-z]:.*|\\\\\\\\.*");
        String slashed = windows ? path.replace('\\', '/').toLowerCase(Locale.ROOT) : path;
        return withoutEnd(slashed);
    }

    private static String like(String place, String rest) {
        return place.contains("\\") || place.matches("[A-Za-z]:") ? rest.replace('/', '\\') : rest.replace('\\', '/');
    }

    private static String withoutEnd(String path) {
        return path.length() > 1 && (path.endsWith("/") || path.endsWith("\\"))
                ? path.substring(0, path.length() - 1)
                : path;
    }
}
