package conveyarr.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rows of a run: for people as a table in Markdown, for programs as JSON. */
final class Table {
    private final List<Map<String, Object>> rows = new ArrayList<>();

    void add(String what, String unit, double rate, Load.Result latency) {
        add(what, Map.of(unit, round(rate)), latency.ms(50), latency.ms(99));
        rows.getLast().put("otherAnswers", latency.others());
        print();
    }

    void add(String what, Map<String, Object> figures, double p50, double p99) {
        var row = new LinkedHashMap<String, Object>();
        row.put("what", what);
        row.putAll(figures);
        row.put("p50ms", round(p50));
        row.put("p99ms", round(p99));
        rows.add(row);
    }

    void add(String what, String unit, double value) {
        var row = new LinkedHashMap<String, Object>();
        row.put("what", what);
        row.put(unit, round(value));
        rows.add(row);
        print();
    }

    static double round(double value) {
        return value >= 100 ? Math.rint(value) : Math.rint(value * 100) / 100;
    }

    private void print() {
        if (rows.size() == 1) {
            System.out.println("| what | rate | p50 ms | p99 ms | other answers |\n|---|---|---|---|---|");
        }
        var row = rows.getLast();
        String rate = row.entrySet().stream()
                .filter(figure -> figure.getKey().contains("/"))
                .map(figure -> String.format(Locale.ROOT, "%,.2f %s", figure.getValue(), figure.getKey())
                        .replace(".00", ""))
                .findFirst()
                .orElse("");
        System.out.printf(
                "| %s | %s | %s | %s | %s |%n",
                row.get("what"),
                rate,
                row.getOrDefault("p50ms", ""),
                row.getOrDefault("p99ms", ""),
                row.getOrDefault("otherAnswers", ""));
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), rows);
    }
}
