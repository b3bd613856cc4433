package conveyarr.simulator.arr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.wire.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How the family writes dates, and its rows of history, queue and checks. */
public final class Views {
    private Views() {}

    static ObjectNode history(HistoryRow row, Dialect<?> dialect) {
        return withoutNulls(dialect.historyRow().fill(Json.of("row", row, "date", date(row.date))));
    }

    static ObjectNode queue(Tracked t, int piece, Dialect<?> dialect) {
        ObjectNode facts = Json.of("row", t, "id", t.queueId(dialect.mark(piece)), "added", date(t.added));
        facts.put("output", t.output()).put("timeleft", t.left > 0 ? "00:01:00" : "00:00:00");
        if (t.status.equals("downloading")) {
            facts.put("estimated", date(Instant.now().plusSeconds(60)));
        }
        ObjectNode row = withoutNulls(dialect.queueRow().fill(facts));
        if (t.trouble.isEmpty()) {
            row.remove("errorMessage");
        }
        return t.state.equals("importBlocked") ? row.setAll(dialect.blockedRow()) : row;
    }

    static ObjectNode health(HealthIssue issue, String app) {
        ObjectNode check = Json.of("source", issue.type(), "type", issue.level());
        return check.put("message", issue.message()).put("wikiUrl", issue.wikiUrl(app));
    }

    /** The API leaves a null property out, but not one inside {@code data}. */
    private static ObjectNode withoutNulls(ObjectNode node) {
        node.properties().removeIf(field -> field.getValue().isNull());
        return node;
    }

    /** The API gives whole seconds. */
    public static String date(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Hooks give what .NET writes: ticks of 100 ns, without the zeros at the end. */
    public static String sevenDigits(Instant at) {
        String ticks = "%07d".formatted(at.getNano() / 100).replaceFirst("0+$", "");
        String seconds = Instant.ofEpochSecond(at.getEpochSecond()).toString().replace("Z", "");
        return seconds + (ticks.isEmpty() ? "" : "." + ticks) + "Z";
    }
}
