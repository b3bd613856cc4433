package conveyarr.upstream.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import conveyarr.upstream.Upstream.Disk;
import conveyarr.upstream.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What an answer means by its file. Pure; the words of a program are cut to one line. */
final class Reading {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Reading() {}

    /** What came back over HTTP. */
    record Answer(int status, String body) {}

    static Finding of(Ask ask, Answer answer) {
        JsonNode json = json(answer.body());
        Optional<String> wrong = wrong(ask, answer, json);
        return wrong.map(words -> bad(ask, words)).orElseGet(() -> good(ask, answer, json));
    }

    static Finding bad(Ask ask, String words) {
        return switch (ask.otherwise()) {
            case DOWN -> Finding.bad(words);
            case DEGRADED -> Finding.trouble(words);
            case IGNORED -> Finding.NOTHING;
        };
    }

    private static Optional<String> wrong(Ask ask, Answer answer, JsonNode json) {
        String own = own(ask, json);
        if (!ask.status().contains(answer.status())) {
            return Optional.of("HTTP " + answer.status() + own);
        }
        if (ask.matches() != null
                && !Pattern.compile(ask.matches(), Pattern.DOTALL)
                        .matcher(answer.body())
                        .find()) {
            return Optional.of("an answer that is not its own" + own);
        }
        return ask.expect().entrySet().stream()
                .filter(one -> !one.getValue().contains(json.at(one.getKey()).asText()))
                .map(one -> "says " + one.getKey().substring(1) + " \""
                        + Words.line(json.at(one.getKey()).asText()) + "\"" + own)
                .findFirst();
    }

    private static String own(Ask ask, JsonNode json) {
        String words = ask.why() == null ? "" : Words.line(json.at(ask.why()).asText());
        return words.isBlank() ? "" : ": " + words;
    }

    private static Finding good(Ask ask, Answer answer, JsonNode json) {
        var values = new HashMap<String, String>();
        ask.values().forEach((name, pointer) -> {
            if (json.at(pointer).isValueNode()) {
                values.put(name, Words.line(json.at(pointer).asText()));
            }
        });
        ask.counts()
                .forEach((name, rows) ->
                        values.put(name, Long.toString(rows(json, rows).count())));
        values.putAll(groups(ask, answer.body()));
        var troubles = ask.words().stream()
                .flatMap(rows -> rows(json, rows)
                        .map(row -> Words.line(row.at(rows.text()).asText())))
                .toList();
        var disks = ask.disks().stream().flatMap(rows -> disks(json, rows)).toList();
        return new Finding(values, troubles, disks, Optional.empty());
    }

    private static Stream<JsonNode> rows(JsonNode json, Ask.Rows rows) {
        return each(json, rows.each())
                .filter(row -> rows.where().entrySet().stream().allMatch(one -> has(row, one)))
                .filter(row -> rows.except().entrySet().stream().noneMatch(one -> has(row, one)));
    }

    private static boolean has(JsonNode row, Map.Entry<String, List<String>> one) {
        return one.getValue().contains(row.at(one.getKey()).asText());
    }

    private static Stream<JsonNode> each(JsonNode json, String pointer) {
        return StreamSupport.stream(json.at(pointer).spliterator(), false);
    }

    private static Stream<Disk> disks(JsonNode json, Ask.Disks rows) {
        return each(json, rows.each())
                .filter(row -> row.at(rows.total()).asLong() > 0)
                .map(row -> new Disk(
                        Words.line(row.at(rows.path()).asText()),
                        row.at(rows.free()).asLong(),
                        row.at(rows.total()).asLong()));
    }

    private static Map<String, String> groups(Ask ask, String body) {
        var values = new HashMap<String, String>();
        if (ask.text() != null) {
            var found = Pattern.compile(ask.text()).matcher(body);
            if (found.find()) {
                found.namedGroups().keySet().stream()
                        .filter(name -> found.group(name) != null)
                        .forEach(name -> values.put(name, Words.line(found.group(name))));
            }
        }
        return values;
    }

    /** Missing when it is no JSON. */
    private static JsonNode json(String body) {
        try {
            return Optional.ofNullable(JSON.readTree(body)).orElse(MissingNode.getInstance());
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }
}
