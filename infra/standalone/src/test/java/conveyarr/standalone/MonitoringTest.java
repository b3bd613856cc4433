package conveyarr.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import conveyarr.testkit.docs.MetricNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Dashboards and alert rules ask for nothing that no service shows. */
class MonitoringTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path FOLDER = ROOT.resolve("infra/monitoring");

    @Test
    void every_expression_uses_a_metric_that_is_promised() throws IOException {
        var promised = MetricNames.all(ROOT);
        assertThat(expressions()).hasSizeGreaterThan(25).allSatisfy(expression -> assertThat(MetricNames.in(expression))
                .as(expression)
                .isNotEmpty()
                .isSubsetOf(promised));
    }

    /** No promtool here: brackets that close, quotes that end, durations in ranges. */
    @Test
    void every_expression_is_well_formed() throws IOException {
        assertThat(expressions()).allSatisfy(expression -> {
            String bare = expression.replaceAll("\"[^\"]*\"", "");
            assertThat(bare).as(expression).doesNotContain("\"");
            assertThat(closes(bare)).as(expression).isTrue();
            assertThat(Pattern.compile("\\[([^\\]]*)]").matcher(bare).results().map(range -> range.group(1)))
                    .as(expression)
                    .allMatch(range -> range.matches("\\d+[smhdw]"));
        });
    }

    @Test
    @SuppressWarnings("unchecked")
    void every_alert_has_a_name_of_its_own_a_severity_and_a_summary() throws IOException {
        assertThat(rules())
                .extracting(rule -> rule.get("alert"))
                .doesNotHaveDuplicates()
                .doesNotContainNull();
        assertThat(rules()).allSatisfy(rule -> {
            assertThat((Map<String, String>) rule.get("labels")).containsKey("severity");
            assertThat((Map<String, String>) rule.get("annotations")).containsKey("summary");
        });
    }

    /** Otherwise Prometheus puts its own target in the place of the program that a metric is about. */
    @Test
    @SuppressWarnings("unchecked")
    void an_instance_of_ours_keeps_its_name() throws IOException {
        Map<String, Object> file = new Yaml().load(Files.readString(FOLDER.resolve("prometheus.yaml")));
        assertThat((List<Map<String, Object>>) file.get("scrape_configs"))
                .isNotEmpty()
                .allSatisfy(job -> assertThat(job).containsEntry("honor_labels", true));
    }

    private static boolean closes(String text) {
        var open = new ArrayDeque<Character>();
        for (char c : text.toCharArray()) {
            if ("([{".indexOf(c) >= 0) {
                open.push(c);
            } else if (")]}".indexOf(c) >= 0 && (open.isEmpty() || ")]}".indexOf(c) != "([{".indexOf(open.pop()))) {
                return false;
            }
        }
        return open.isEmpty();
    }

    private static List<String> expressions() throws IOException {
        var json = new ObjectMapper();
        JsonNode stack = json.readTree(FOLDER.resolve("grafana-stack.json").toFile());
        JsonNode requests =
                json.readTree(FOLDER.resolve("grafana-requests.json").toFile());
        var panels = Stream.concat(stack.findValuesAsText("expr").stream(), requests.findValuesAsText("expr").stream());
        return Stream.concat(panels, rules().stream().map(rule -> (String) rule.get("expr")))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rules() throws IOException {
        Map<String, Object> file = new Yaml().load(Files.readString(FOLDER.resolve("alerts.yaml")));
        var groups = (List<Map<String, Object>>) file.get("groups");
        return groups.stream()
                .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                .toList();
    }
}
