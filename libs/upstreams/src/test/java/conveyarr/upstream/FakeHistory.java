package conveyarr.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import conveyarr.upstream.FakeServer.Answer;
import conveyarr.upstream.FakeServer.Asked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The history of a program of the *arr family, as the real one shows it: all since a moment at once, or in pages in the order that is asked for. */
public final class FakeHistory {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> rows = new ArrayList<>();

    private FakeHistory() {}

    /** {@code version} is {@code v3} or {@code v1}, {@code rows} a list. */
    public static FakeHistory at(FakeServer server, String version, String rows) {
        var history = new FakeHistory().write(rows);
        server.on("/api/" + version + "/history/since", asked -> Answer.json(history.since(asked)));
        server.on("/api/" + version + "/history?", asked -> Answer.json(history.page(asked)));
        return history;
    }

    public FakeHistory write(String more) {
        try {
            JSON.readTree(more).forEach(rows::add);
            return this;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private String since(Asked asked) {
        var from = Instant.parse(query(asked).get("date").replace("%3A", ":"));
        return rows.stream()
                .filter(row -> !date(row).isBefore(from))
                .map(JsonNode::toString)
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** The answer to {@code /history} with its query. */
    public String page(Asked asked) {
        var query = query(asked);
        var byDate = Comparator.comparing(FakeHistory::date)
                .thenComparing(row -> row.path("id").asLong());
        int size = Integer.parseInt(query.getOrDefault("pageSize", "10"));
        return rows.stream()
                .sorted("ascending".equals(query.get("sortDirection")) ? byDate : byDate.reversed())
                .skip((Integer.parseInt(query.getOrDefault("page", "1")) - 1L) * size)
                .limit(size)
                .map(JsonNode::toString)
                .collect(Collectors.joining(",", "{\"totalRecords\":" + rows.size() + ",\"records\":[", "]}"));
    }

    private static Instant date(JsonNode row) {
        String date = row.path("date").asText("");
        return date.endsWith("Z") ? Instant.parse(date) : Instant.MAX;
    }

    private static Map<String, String> query(Asked asked) {
        String all = asked.pathAndQuery();
        return Stream.of(all.substring(all.indexOf('?') + 1).split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    }
}
