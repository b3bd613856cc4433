package conveyarr.testkit.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The metrics that docs/operate/metrics.md promises, and those that a running service shows. */
public final class MetricNames {
    private static final Pattern ROW =
            Pattern.compile("^\\| ([a-z -]+) \\| `(conveyarr_[a-z_]+)` \\|.*", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("conveyarr_[a-z_]+");

    private MetricNames() {}

    /** What this service has to show; {@code root} is the root of the project. */
    public static Set<String> of(String service, Path root) throws IOException {
        return ROW.matcher(page(root))
                .results()
                .filter(row -> row.group(1).equals(service) || row.group(1).equals("every service"))
                .map(row -> row.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public static Set<String> all(Path root) throws IOException {
        return ROW.matcher(page(root))
                .results()
                .map(row -> row.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of a text, such as an expression or a scrape; a histogram counts by its own name. */
    public static Set<String> in(String text) {
        return Arrays.stream(text.split("\n"))
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> NAME.matcher(line).results())
                .map(found -> found.group().replaceFirst("_(bucket|count|sum|max)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String page(Path root) throws IOException {
        return Files.readString(root.resolve("docs/operate/metrics.md"));
    }
}
