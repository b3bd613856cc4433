package conveyarr.upstream.arr;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.upstream.arr.ArrHistory.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a walk through the pages of a history has brought, newest first, down to the moment that is asked for. A row that is written meanwhile
 * moves all others down, so some come twice and none is missed. Of more rows than one round may hold the oldest are kept, since the cursor
 * moves over them to the rest; and the rows of the first hour whatever their number, so that it does move.
 */
final class HistoryPages {
    static final int MOST = 5000;
    private static final int SIZE = 250;
    private static final Duration IN_ANY_CASE = Duration.ofHours(1);

    private final ArrHistory reader;
    private final Instant since;
    private final int most;
    private final TreeSet<Line> lines =
            new TreeSet<>(Comparator.<Line, Instant>comparing(line -> line.row().date())
                    .thenComparing(line -> line.row().id()));
    private Set<Long> before = Set.of();

    HistoryPages(ArrHistory reader, Instant since, int most) {
        this.reader = reader;
        this.since = since;
        this.most = most;
    }

    static Map<String, String> newestFirst(Map<String, String> include) {
        var query = new TreeMap<>(include);
        query.put("pageSize", Integer.toString(SIZE));
        query.put("sortKey", "date");
        query.put("sortDirection", "descending");
        return query;
    }

    /** Takes a page; true when the next one may have more. A program that shows one page for ever has none. */
    boolean add(List<JsonNode> page) {
        var ids = new HashSet<Long>();
        boolean reached = false;
        for (JsonNode json : page) {
            ids.add(json.path("id").asLong());
            var line = reader.line(json);
            if (line.filter(found -> found.row().date().isBefore(since)).isPresent()) {
                reached = true;
            } else {
                line.filter(reader::tells).ifPresent(lines::add);
            }
        }
        trim();
        boolean more = !reached && !ids.isEmpty() && !ids.equals(before);
        before = ids;
        return more;
    }

    private void trim() {
        Instant kept = since.plus(IN_ANY_CASE);
        while (lines.size() > most && lines.last().row().date().isAfter(kept)) {
            lines.pollLast();
        }
    }

    ArrHistory history() {
        return reader.with(lines);
    }
}
