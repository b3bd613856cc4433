package conveyarr.health.view;

import conveyarr.health.timeline.Stage;
import conveyarr.health.timeline.Tone;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of requests with the sentence above it. */
public record ListPage(Map<Stage, Long> counts, List<Row> rows, Shown shown, boolean nothingConfigured) {
    /** What the visitor chose, the address of this very list, and that of its next part (null at the end). */
    public record Shown(Filter filter, String self, String next) {
        public record Filter(String text, String stage, String user, String kind) {}

        public boolean filtered() {
            return !filter.text().isBlank()
                    || !filter.stage().isBlank()
                    || !filter.user().isBlank()
                    || !filter.kind().isBlank();
        }

        public boolean has(Stage one) {
            return filter.stage().equalsIgnoreCase(one.name());
        }

        /** Such as {@code Stage: failed, Find: "matrix"}. */
        public String words() {
            return Stream.of(
                            word("Stage", filter.stage().replace('_', ' ').replace(",", " or ")),
                            word("Kind", Kind.text(filter.kind())),
                            word("Find", filter.text()),
                            word("Asked by", filter.user()))
                    .filter(one -> !one.isEmpty())
                    .collect(Collectors.joining(", "));
        }

        private static String word(String name, String value) {
            return value.isBlank() ? "" : name + ": " + value;
        }
    }

    public List<Kind> kinds() {
        return Kind.ALL;
    }

    public Stage[] stages() {
        return Stage.values();
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public Tone mood() {
        return stuck() > 0 ? Tone.BAD : moving() > 0 ? Tone.INFO : Tone.OK;
    }

    public String verdict() {
        if (stuck() > 0) {
            return Sentences.things(stuck(), "request needs you", "requests need you") + rest();
        }
        return moving() > 0
                ? Sentences.things(moving(), "request is on its way", "requests are on their way")
                : "Nothing is under way.";
    }

    private String rest() {
        return moving() > 0 ? " " + Sentences.things(moving(), "other is on its way", "others are on their way") : "";
    }

    private long stuck() {
        return count(Stage.NEEDS_YOU) + count(Stage.FAILED);
    }

    private long moving() {
        return total() - stuck() - count(Stage.AVAILABLE) - count(Stage.DECLINED) - count(Stage.WITHDRAWN);
    }

    private long count(Stage stage) {
        return counts.getOrDefault(stage, 0L);
    }
}
