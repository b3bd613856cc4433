package conveyarr.health.in.web;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The processes that were ended for a start, as the address of the page has them that waits for it. */
record Ended(Set<UUID> ids) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** What is no id is left out. */
    static Ended read(String text) {
        return new Ended(ID.matcher(text)
                .results()
                .map(found -> UUID.fromString(found.group()))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    String query() {
        return ids.isEmpty() ? "" : "?ended=" + ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }
}
