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
    private static final Duration ONE_MOMENT = Duration.ofSeconds(5);
    private static final int LONGEST_GROUP = 500;

    private final ArrHistory reader;
    private final Instant since;
    private final int most;
    private final TreeSet<Line> lines =
            new TreeSet<>(Comparator.<Line, Instant>comparing(line -> line.row().date())
                    .thenComparing(line -> line.row().id()));
    private Set<Long> before = Set.of();
    /** The lowest number and the first moment of what is left for the next round. */
    private long lowestLeft = Long.MAX_VALUE;

    private Instant firstLeft = Instant.MAX;

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

    /** Nothing is left for the next round. */
    boolean isWhole() {
        return firstLeft.equals(Instant.MAX);
    }

    private void trim() {
        while (lines.size() > most && mayLeaveLast()) {
            leaveLast();
        }
    }

    private boolean mayLeaveLast() {
        return lines.last().row().date().isAfter(since.plus(IN_ANY_CASE));
    }

    private void leaveLast() {
        Row left = lines.removeLast().row();
        lowestLeft = Math.min(lowestLeft, left.id());
        firstLeft = left.date();
    }

    ArrHistory history() {
        for (int i = 0; i < LONGEST_GROUP && !isCutBetweenHappenings() && mayLeaveLast(); i++) {
            leaveLast();
        }
        return reader.with(lines);
    }

    /** Not within the rows of one moment, which may tell one happening, nor between a row and one that was written after it with an earlier date. */
    private boolean isCutBetweenHappenings() {
        return isWhole()
                || firstLeft.isAfter(lines.last().row().date().plus(ONE_MOMENT))
                        && lines.stream().allMatch(line -> line.row().id() < lowestLeft);
    }
}
